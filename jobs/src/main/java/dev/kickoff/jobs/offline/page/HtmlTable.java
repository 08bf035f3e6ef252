package dev.kickoff.jobs.offline.page;

import java.util.List;

/** A table as HTML: one row of column names, then rows of cells; texts are escaped. */
public final class HtmlTable {
  private final StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
  private final int names;

  /**
   * @param names how many of the columns, from the left, are words; the others are numbers
   */
  public HtmlTable(int names, List<String> columns) {
    this.names = names;
    for (int i = 0; i < columns.size(); i++) {
      html.append(i < names ? "<th class=\"name\">" : "<th>");
      html.append(Html.escaped(columns.get(i))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
  }

  /** One more row. */
  public HtmlTable row(List<String> cells) {
    return row("", cells);
  }

  /** One more row, the one that the others are compared with. */
  public HtmlTable own(List<String> cells) {
    return row(" class=\"own\"", cells);
  }

  /** One more row, marked as a loss. */
  public HtmlTable lost(List<String> cells) {
    return row(" class=\"lost\"", cells);
  }

  private HtmlTable row(String kind, List<String> cells) {
    html.append("<tr").append(kind).append('>');
    for (int i = 0; i < cells.size(); i++) {
      html.append(i < names ? "<td class=\"name\">" : "<td>");
      html.append(Html.escaped(cells.get(i))).append("</td>");
    }
    html.append("</tr>\n");
    return this;
  }

  /** The whole table. */
  public String html() {
    return html + "</tbody></table></div>\n";
  }
}
