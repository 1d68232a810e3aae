#include "ui/panels/number_edit.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/panels/arithmetic.h"

namespace perceptarium::ui {
namespace {
// Beyond this a spin box would print hundreds of digits; declared ranges without an end get it.
constexpr double kFarthest = 1e15;
}  // namespace

NumberEdit::NumberEdit(bool whole, double minimum, double maximum, QWidget* parent)
    : QDoubleSpinBox(parent), whole_(whole) {
    setDecimals(whole ? 0 : 15);  // how many are shown is textFromValue's business
    setRange(std::max(minimum, -kFarthest), std::min(maximum, kFarthest));
    setFocusPolicy(Qt::StrongFocus);  // not by wheel: scrolling past must not change a network
    setKeyboardTracking(true);
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
}

void NumberEdit::makeNarrow(int digits) {
    least_ = usual_ = digits;
    frame_ = 37;
    updateGeometry();
}

void NumberEdit::display(double number) {
    if (number != value()) setValue(number);
}

QString NumberEdit::problem() const {
    const auto number = evaluate(text());
    if (!number) return text().trimmed().isEmpty() ? tr("A number is needed.") : tr("This is not a number.");
    if (whole_ && *number != std::floor(*number)) return tr("A whole number is needed.");
    if (*number < minimum()) return tr("At least %1.").arg(textFromValue(minimum()));
    if (*number > maximum()) return tr("At most %1.").arg(textFromValue(maximum()));
    return {};
}

QString NumberEdit::textFromValue(double number) const {
    // The shortest text that reads back as the same number; never 1e-05 for 0.00001.
    if (whole_) return QString::number(number, 'f', 0);
    const double size = std::abs(number);
    if (size != 0 && (size < 1e-7 || size >= 1e10)) return QString::number(number, 'g', QLocale::FloatingPointShortest);
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

double NumberEdit::valueFromText(const QString& typed) const { return evaluate(typed).value_or(value()); }

QValidator::State NumberEdit::validate(QString& typed, int&) const {
    const auto number = evaluate(typed);
    const bool good = number && *number >= minimum() && *number <= maximum() && (!whole_ || *number == std::floor(*number));
    if (good) return QValidator::Acceptable;
    static const QString allowed = QStringLiteral("0123456789+-*/^().,eE ×÷·−\u2009");
    const bool possible = std::all_of(typed.begin(), typed.end(), [](QChar sign) { return allowed.contains(sign); });
    return possible ? QValidator::Intermediate : QValidator::Invalid;
}

void NumberEdit::fixup(QString& typed) const {
    // What was meant, as near as the range allows; nonsense goes back to the value before.
    const auto number = evaluate(typed);
    if (!number) return;
    const double near = std::clamp(whole_ ? std::round(*number) : *number, minimum(), maximum());
    typed = textFromValue(near);
}

double NumberEdit::stepSize(double number) const {
    if (whole_) return 1;
    const double size = std::abs(number);
    if (size < 1e-12) return std::isfinite(maximum()) && maximum() <= 1 ? 0.01 : 0.1;
    // A tenth of the leading digit's place: 0.001 → 0.0011, 0.5 → 0.51.
    return std::pow(10.0, std::floor(std::log10(size) + 1e-9) - 1);
}

void NumberEdit::step(int direction, Step kind) {
    interpretText();
    const double old = value();
    double next = old;
    if (kind == Step::Double) {
        next = direction > 0 ? old * 2 : old / 2;
        if (whole_) next = direction > 0 ? (old == 0 ? 1 : next) : std::floor(next);
    } else {
        const double size = stepSize(old) * (kind == Step::Ten ? 10 : 1);
        next = old + direction * size;
        next = std::round(next / size * 10) * size / 10;  // no 0.30000000000000004
    }
    setValue(std::clamp(next, minimum(), maximum()));
    selectAll();
}

void NumberEdit::stepBy(int steps) { step(steps > 0 ? 1 : -1, std::abs(steps) >= 10 ? Step::Ten : Step::One); }

void NumberEdit::keyPressEvent(QKeyEvent* event) {
    const int direction = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (direction != 0 && !isReadOnly()) {
        const auto held = event->modifiers();
        step(direction, held & Qt::ControlModifier ? Step::Double : held & Qt::ShiftModifier ? Step::Ten : Step::One);
        event->accept();
        return;
    }
    QDoubleSpinBox::keyPressEvent(event);
}

void NumberEdit::wheelEvent(QWheelEvent* event) {
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (!hasFocus() || turn == 0) {
        event->ignore();  // the panel scrolls
        return;
    }
    const auto held = event->modifiers();
    step(turn > 0 ? 1 : -1, held & Qt::ControlModifier ? Step::Double : held & Qt::ShiftModifier ? Step::Ten : Step::One);
    event->accept();
}

QSize NumberEdit::minimumSizeHint() const {
    QSize size = QAbstractSpinBox::minimumSizeHint();
    size.setWidth(fontMetrics().horizontalAdvance(QString(least_, u'0')) + frame_);
    return size;
}

QSize NumberEdit::sizeHint() const {
    QSize size = minimumSizeHint();
    size.setWidth(fontMetrics().horizontalAdvance(QString(usual_, u'0')) + frame_);
    return size;
}

}  // namespace perceptarium::ui
