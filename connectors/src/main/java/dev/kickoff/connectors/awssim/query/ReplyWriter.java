package dev.kickoff.connectors.awssim.query;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one reply of the query protocol as XML. */
public final class ReplyWriter {
  private static final String NAMESPACE = "http://autoscaling.amazonaws.com/doc/2011-01-01/";

  private final StringWriter text = new StringWriter(4096);
  private final XMLStreamWriter xml;

  /** Elements that are written inside another. */
  public interface Content {
    void writeTo(ReplyWriter reply) throws XMLStreamException;
  }

  private ReplyWriter() throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** The reply to an action that succeeded. */
  public static String success(String action, String requestId, Content result) {
    return document(
        action + "Response",
        reply -> {
          result.writeTo(reply);
          reply.within("ResponseMetadata", metadata -> metadata.text("RequestId", requestId));
        });
  }

  /** The reply to a request that failed. */
  public static String failure(QueryError error, String requestId) {
    return document(
        "ErrorResponse",
        reply -> {
          reply.within(
              "Error",
              e -> {
                e.text("Type", error.status() < 500 ? "Sender" : "Receiver");
                e.text("Code", error.code());
                e.text("Message", String.valueOf(error.getMessage()));
              });
          reply.text("RequestId", requestId);
        });
  }

  private static String document(String root, Content content) {
    try {
      ReplyWriter reply = new ReplyWriter();
      reply.xml.writeStartElement(root);
      reply.xml.writeDefaultNamespace(NAMESPACE);
      content.writeTo(reply);
      reply.xml.writeEndElement();
      reply.xml.flush();
      return reply.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write the reply " + root, e);
    }
  }

  public void within(String name, Content content) throws XMLStreamException {
    xml.writeStartElement(name);
    content.writeTo(this);
    xml.writeEndElement();
  }

  /** A list: each element inside a {@code member}. */
  public <T> void list(String name, Iterable<T> elements, MemberContent<T> content)
      throws XMLStreamException {
    within(
        name,
        list -> {
          for (T element : elements) {
            within("member", member -> content.writeTo(member, element));
          }
        });
  }

  /** A list and the token of its next page. */
  public <T> void page(String name, Page<T> page, MemberContent<T> content)
      throws XMLStreamException {
    list(name, page.items(), content);
    if (page.nextToken().isPresent()) {
      text(Page.NEXT_TOKEN, page.nextToken().get());
    }
  }

  /** What a list writes for one of its elements. */
  public interface MemberContent<T> {
    void writeTo(ReplyWriter reply, T element) throws XMLStreamException;
  }

  public void text(String name, Object value) throws XMLStreamException {
    xml.writeStartElement(name);
    characters(value.toString());
    xml.writeEndElement();
  }

  /** The characters of the element now open; those that XML cannot hold become question marks. */
  public void characters(String value) throws XMLStreamException {
    StringBuilder legal = new StringBuilder(value.length());
    value.codePoints().map(c -> isLegal(c) ? c : '?').forEach(legal::appendCodePoint);
    xml.writeCharacters(legal.toString());
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
