// A page of the course as it is shown: Markdown, with its formulas (the quoted lines) set as in a book.
#pragma once

#include <QString>

class QTextBrowser;

namespace perceptarium::ui {

/// Colours are those of the present palette.
void showCoursePage(QTextBrowser& page, const QString& markdown);

}  // namespace perceptarium::ui
