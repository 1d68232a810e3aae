// What may be typed into a number field: a number, or a little arithmetic such as 2*64 or (28-5)/1+1.
#pragma once

#include <QString>
#include <optional>

namespace perceptarium::ui {

/// + − * / ^ and parentheses, with the usual precedence; × ÷ − · are understood too, and a comma as decimal point.
/// nullopt: not (or not yet) an expression, or its value is not finite.
std::optional<double> evaluate(const QString& text);

}  // namespace perceptarium::ui
