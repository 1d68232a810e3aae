#include "ui/panels/course_page.h"

#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>

#include "ui/panels/formula.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

void setFormula(QTextBlock block, const QPalette& palette) {
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    const QString plain = cursor.selectedText();
    cursor.insertHtml(formulaHtml(plain));

    QTextBlockFormat format = block.blockFormat();
    format.setLeftMargin(kMargin);
    format.setRightMargin(kMargin);
    format.setTopMargin(2);
    format.setBottomMargin(2);
    format.setBackground(palette.color(QPalette::AlternateBase));
    cursor.setBlockFormat(format);

    QTextCharFormat book;
    book.setFontFamilies({QStringLiteral("Noto Serif")});
    book.setFontStyleHint(QFont::Serif);
    cursor.setPosition(block.position());
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.mergeCharFormat(book);
}

/// A panel is narrow: a heading as large as Markdown's would fill it.
void setHeading(QTextBlock block) {
    QTextCharFormat size;
    size.setProperty(QTextFormat::FontSizeAdjustment, block.blockFormat().headingLevel() == 1 ? 1 : 0);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.mergeCharFormat(size);
}

}  // namespace

void showCoursePage(QTextBrowser& page, const QString& markdown) {
    page.setMarkdown(markdown);
    for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) setHeading(block);
        if (block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0) setFormula(block, page.palette());
    }
}

}  // namespace perceptarium::ui
