package dev.kickoff.jobs.offline.page;

/**
 * A page in one file, light or dark as the reader's system is.
 *
 * <p>Its colours are those of Okabe and Ito (Color Universal Design, 2008), which people with any
 * colour vision tell apart; drawings use them by class.
 */
public final class Html {
  /** The colours as variables, light and dark; the first of the style sheets. */
  static final String COLOURS =
      """
      :root{color-scheme:light dark;--ink:#1c2430;--soft:#566274;--line:#d8dee6;--page:#fff;\
      --panel:#f7f9fb;--blue:#0072b2;--band:#bcd9ee;--short:#d55e00;--event:#cc79a7;--need:#8a94a3}
      @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa7b8;--line:#333d4b;\
      --page:#12171e;--panel:#1a212b;--blue:#56b4e9;--band:#24506e;--short:#ff8c3f;--need:#77828f}}
      """;

  /** What the classes of drawings look like. */
  static final String DRAWINGS =
      """
      svg text{font-size:11px;fill:var(--soft)}.grid{stroke:var(--line)}
      .band{fill:var(--band)}.forecast{fill:none;stroke:var(--blue);stroke-width:1.6}
      .came{fill:none;stroke:var(--ink)}
      .need{fill:var(--need);fill-opacity:.28;stroke:var(--need);stroke-width:1}
      .serving{fill:none;stroke:var(--blue);stroke-width:1.6}.short{fill:var(--short)}
      .other{fill:none;stroke:var(--need);stroke-width:1.2}.cutoff{stroke:var(--short);\
      stroke-dasharray:4 3}.whisker{stroke:var(--blue);stroke-width:1.6}.dot{fill:var(--blue)}
      .ideal{fill:none;stroke:var(--need);stroke-dasharray:4 3}
      .event{fill:var(--event);fill-opacity:.22}svg text.title{fill:var(--ink)}
      .whisker.bad{stroke:var(--short)}.dot.bad{fill:var(--short)}
      .dot.other-dot{fill:var(--need)}
      .aside{fill:none;stroke:var(--short);stroke-width:1.4;stroke-dasharray:6 3}
      """;

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;\
      color:var(--ink);background:var(--page)}
      h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 0}
      .verdict{font-size:1.15rem;margin:1rem 0}.note,figcaption{color:var(--soft)}
      .wide{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0;\
      font-variant-numeric:tabular-nums}
      td,th{padding:.3rem .55rem;text-align:right;vertical-align:bottom;\
      border-bottom:1px solid var(--line)}td{white-space:nowrap}.name{text-align:left}
      .apart{border-left:1px solid var(--line)}thead th{font-weight:600}
      figure{margin:.5rem 0 1.5rem}figcaption{font-size:.9rem}
      svg{display:block;width:100%;height:auto;background:var(--panel);color:var(--ink)}
      .lost{color:var(--short)}.own{font-weight:600}
      .key{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 .9em}
      .key.need{background:var(--need)}.key.serving{background:var(--blue)}\
      .key.band{background:var(--band)}.key.came{background:var(--ink)}\
      .key.short{background:var(--short)}.key.event{background:var(--event)}
      @media print{body{margin:0;max-width:none;font-size:11px}td,th{padding:.2rem .3rem}\
      .wide{overflow:visible}h2{break-after:avoid}figure,tr{break-inside:avoid}\
      body,svg{print-color-adjust:exact}}
      """;

  private Html() {}

  /** The whole document; {@code body} is HTML already. */
  public static String page(String title, String body) {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        + escaped(title)
        + "</title>\n<style>\n"
        + COLOURS
        + STYLE
        + DRAWINGS
        + "</style></head>\n<body>\n"
        + body
        + "</body></html>\n";
  }

  /** Text as it may stand in an element or in a quoted attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
