package vn.kiemphieu.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.kiemphieu.papers.Grid.Column;

/** Types a paper as PDF/A-2b. Keeps the body as HTML until the paper is whole. */
final class PdfTypist implements Typist {

    private static final String DRAFT = "<div class=\"watermark\">BẢN NHÁP</div>";

    /** Room for the words across the page, whose middle is the page's. */
    private static final double MARK_MM = 230;

    private static final double MARK_HEIGHT_MM = 38;

    private final Style style;
    private final String title;
    private final boolean draft;
    private final StringBuilder body = new StringBuilder();

    /** A typist with an empty sheet. */
    PdfTypist(Style style, String title, boolean draft) {
        this.style = style;
        this.title = title;
        this.draft = draft;
    }

    @Override
    public void letterhead(Letterhead.Head head) {
        body.append(head.html());
    }

    @Override
    public void title(String kind, String subject) {
        line("h1", "", kind);
        line("p", "subject", subject);
        body.append(style.state() ? "<div class=\"rule subject-rule\"></div>" : "<p class=\"dashes\">-----</p>");
    }

    @Override
    public void openPoints(String intro, List<String> points) {
        body.append("<div class=\"open\">");
        line("p", "strong", intro);
        body.append("<ul>");
        points.forEach(point -> line("li", "", point));
        body.append("</ul></div>");
    }

    @Override
    public void basis(String text) {
        line("p", "basis", text);
    }

    @Override
    public void addressee(String text) {
        line("p", "addressee", text);
    }

    @Override
    public void heading(String text) {
        line("h2", "", text);
    }

    @Override
    public void paragraph(String text) {
        line("p", "text", text);
    }

    @Override
    public void item(String text) {
        line("p", "item", text);
    }

    @Override
    public void note(String text) {
        line("p", "note", text);
    }

    @Override
    public void grid(Grid grid) {
        body.append("<table class=\"grid\"><colgroup>");
        grid.columns().forEach(column -> body.append("<col style=\"width: %smm\"/>".formatted(column.widthMm())));
        body.append("</colgroup><thead><tr>");
        for (int first = 0, end; first < grid.columns().size(); first = end) {
            end = grid.endOfGroup(first);
            head(grid.columns().subList(first, end), first == 0);
        }
        body.append("</tr></thead><tbody>");
        grid.rows().forEach(row -> row(grid, row));
        body.append("</tbody></table>");
    }

    /** One row with a table inside, not rowspan: a repeated head loses the lines of cells that reach over two rows. */
    private void head(List<Column> columns, boolean first) {
        String group = columns.get(0).group();
        if (group.isEmpty()) {
            line("th", first ? "first" : "", columns.get(0).title());
            return;
        }
        body.append("<th colspan=\"%d\" class=\"group\">".formatted(columns.size()));
        line("div", "merged", group);
        body.append("<table><colgroup>");
        for (Column column : columns.subList(0, columns.size() - 1)) {
            body.append("<col style=\"width: %smm\"/>".formatted(column.widthMm()));
        }
        body.append("<col/></colgroup><tr>");
        for (int i = 0; i < columns.size(); i++) {
            line("td", i == columns.size() - 1 ? "last" : "", columns.get(i).title());
        }
        body.append("</tr></table></th>");
    }

    private void row(Grid grid, List<String> row) {
        body.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            String side = grid.columns().get(i).side().name().toLowerCase(Locale.ROOT);
            line("td", i == 0 ? "first " + side : side, row.get(i));
        }
        body.append("</tr>");
    }

    @Override
    public void together(Runnable block) {
        body.append("<div class=\"together\">");
        block.run();
        body.append("</div>");
    }

    /** Row by row, not person by person: where one role takes two lines, the names still stand on one. */
    @Override
    public void signatures(List<Signature> signatures) {
        body.append("<table class=\"signatures\">");
        signRow(signatures, "strong", Signature::role);
        signRow(signatures, "hint", Signature::hint);
        signRow(signatures, "space", signature -> "");
        signRow(signatures, "strong", Signature::name);
        body.append("</table>");
    }

    private void signRow(List<Signature> signatures, String style, Function<Signature, String> text) {
        body.append("<tr>");
        signatures.forEach(signature -> line("td", style, text.apply(signature)));
        body.append("</tr>");
    }

    @Override
    public void recipientsAndSignature(List<String> recipients, Signature signature) {
        body.append("<table class=\"signatures\"><tr><td class=\"recipients\">");
        line("div", "recipients-head", recipients.get(0));
        recipients.subList(1, recipients.size()).forEach(line -> line("div", "recipient", line));
        body.append("</td><td>");
        line("div", "strong", signature.role());
        line("div", "hint", signature.hint());
        body.append("<div class=\"space\"></div>");
        line("div", "strong", signature.name());
        body.append("</td></tr></table>");
    }

    private void line(String tag, String style, String text) {
        body.append('<').append(tag);
        if (!style.isEmpty()) {
            body.append(" class=\"").append(style).append('"');
        }
        body.append('>').append(Template.escaped(text)).append("</").append(tag).append('>');
    }

    @Override
    public byte[] finished() {
        String css = Template.fromJar("/paper-templates/paper.css")
                .fill(Map.ofEntries(
                        Map.entry("width", style.widthMm() + "mm"),
                        Map.entry("height", style.heightMm() + "mm"),
                        Map.entry("mark-left", style.widthMm() / 2 - Style.LEFT_MM - MARK_MM / 2 + "mm"),
                        Map.entry("mark-top", style.heightMm() / 2 - Style.TOP_MM - MARK_HEIGHT_MM / 2 + "mm"),
                        Map.entry("mark", MARK_MM + "mm"),
                        Map.entry("text", style.text() + "pt"),
                        Map.entry("kind", style.kind() + "pt"),
                        Map.entry("table", style.table() + "pt"),
                        Map.entry("head", style.table() - 1 + "pt"),
                        Map.entry("pad", style.padMm() + "mm"),
                        Map.entry("before-kind", 11 * style.padMm() + "mm"),
                        Map.entry("small", style.text() - 1 + "pt"),
                        Map.entry("line", style.lineMm() + "mm")));
        String html = Template.fromJar("/paper-templates/paper.html")
                .fill(Map.of(
                        "title",
                        title,
                        "css",
                        Letterhead.css() + Letterhead.sizes(style) + css,
                        "watermark",
                        draft ? DRAFT : "",
                        "body",
                        body.toString()));
        try {
            return Typesetter.pdf(html);
        } catch (IOException e) {
            // Nothing here touches a disk; it is PDFBox that declares it.
            throw new UncheckedIOException(e);
        }
    }
}
