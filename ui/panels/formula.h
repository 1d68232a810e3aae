// Formulas as the declarations hold them (plain Unicode, course notation) set as in a book.
#pragma once

#include <QString>

namespace perceptarium::ui {

/// Rich text: single letters slanted, [i, j] and _x lowered (but raised for a layer's number, as in a[0] or a[l−1]), ^x raised.
QString formulaHtml(const QString& plain);

}  // namespace perceptarium::ui
