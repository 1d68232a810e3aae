#include "ui/panels/formula.h"

namespace perceptarium::ui {
namespace {

bool isLetter(QChar sign) { return sign.isLetter() && sign != u'Σ' && sign.category() != QChar::Letter_Modifier; }

class Setter {
public:
    explicit Setter(const QString& plain) : text_(plain) {}

    QString html() {
        QString out;
        while (at_ < text_.size()) out += one();
        return out;
    }

private:
    QString one() {
        const QChar sign = text_[at_];
        if (isLetter(sign)) return word();
        if (sign == u'[' && at_ > 0 && (isLetter(text_[at_ - 1]) || text_[at_ - 1] == u'⟩')) return index();
        if (sign == u'^') return power();
        ++at_;
        return QString(sign).toHtmlEscaped();
    }
    QString word() {
        const auto start = at_;
        while (at_ < text_.size() && (isLetter(text_[at_]) || text_[at_] == u'_')) ++at_;
        const QString letters = text_.mid(start, at_ - start);
        if (letters.size() > 2 && letters[1] == u'_')  // z_k; but keep_prob is a name
            return QStringLiteral("<i>%1</i><sub>%2</sub>").arg(letters[0]).arg(letters.mid(2));
        return letters.size() == 1 ? QStringLiteral("<i>%1</i>").arg(letters) : letters.toHtmlEscaped();
    }
    QString index() {
        const auto end = text_.indexOf(u']', at_);
        if (end < 0) {
            ++at_;
            return QStringLiteral("[");
        }
        const QString inside = text_.mid(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        const bool layer = !inside.isEmpty() && (inside[0].isDigit() || inside == QLatin1String("l") || inside == QLatin1String("L") ||
                                                 inside.startsWith(QLatin1String("l+")) || inside.startsWith(QStringLiteral("l−")));
        return layer ? QStringLiteral("<sup>[%1]</sup>").arg(Setter(inside).html()) : QStringLiteral("<sub>%1</sub>").arg(Setter(inside).html());
    }
    QString power() {
        const auto start = ++at_;
        while (at_ < text_.size() && !text_[at_].isSpace() && text_[at_] != u',') ++at_;
        // No lowered index inside a raised one: it would be too small to read.
        return QStringLiteral("<sup>%1</sup>").arg(text_.mid(start, at_ - start).toHtmlEscaped());
    }
    QString text_;
    qsizetype at_ = 0;
};

}  // namespace

QString formulaHtml(const QString& plain) { return Setter(plain).html(); }

}  // namespace perceptarium::ui
