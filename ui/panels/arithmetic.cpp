// A recursive-descent reader: sum → product → power → sign → number or parenthesis.
#include "ui/panels/arithmetic.h"

#include <cmath>

namespace perceptarium::ui {
namespace {

class Reader {
public:
    explicit Reader(QString text) : text_(std::move(text)) {}

    std::optional<double> all() {
        const auto value = sum();
        if (!value || place_ != text_.size() || !std::isfinite(*value)) return std::nullopt;
        return value;
    }

private:
    bool take(char16_t sign) {
        if (place_ >= text_.size() || text_[place_] != QChar(sign)) return false;
        ++place_;
        return true;
    }
    std::optional<double> sum() {
        auto left = product();
        while (left) {
            const bool plus = take(u'+');
            if (!plus && !take(u'-')) break;
            const auto right = product();
            if (!right) return std::nullopt;
            left = plus ? *left + *right : *left - *right;
        }
        return left;
    }
    std::optional<double> product() {
        auto left = signedPower();
        while (left) {
            const bool times = take(u'*');
            if (!times && !take(u'/')) break;
            const auto right = signedPower();
            if (!right) return std::nullopt;
            left = times ? *left * *right : *left / *right;
        }
        return left;
    }
    std::optional<double> signedPower() {
        if (++depth_ > kDeepest) return std::nullopt;
        std::optional<double> value;
        if (take(u'-')) {
            value = signedPower();
            if (value) value = -*value;
        } else {
            take(u'+');
            value = atom();
            if (value && take(u'^')) {
                const auto exponent = signedPower();
                value = exponent ? std::optional(std::pow(*value, *exponent)) : std::nullopt;
            }
        }
        --depth_;
        return value;
    }
    std::optional<double> atom() {
        if (take(u'(')) {
            const auto value = sum();
            return value && take(u')') ? value : std::nullopt;
        }
        const auto start = place_;
        const auto digits = [this] {
            while (place_ < text_.size() && text_[place_] >= u'0' && text_[place_] <= u'9') ++place_;
        };
        digits();
        if (take(u'.')) digits();
        if (place_ > start && (take(u'e') || take(u'E'))) {
            if (!take(u'-')) take(u'+');
            digits();
        }
        bool good = false;
        const double value = QStringView(text_).mid(start, place_ - start).toDouble(&good);
        return good ? std::optional(value) : std::nullopt;
    }

    static constexpr int kDeepest = 100;  // a clipboard full of parentheses must not overflow the stack
    QString text_;
    qsizetype place_ = 0;
    int depth_ = 0;
};

}  // namespace

std::optional<double> evaluate(const QString& text) {
    QString plain;
    for (const QChar sign : text) {
        if (sign.isSpace() || sign == u'\u2009') continue;
        switch (sign.unicode()) {
            case u'×': case u'·': plain += u'*'; break;
            case u'÷': plain += u'/'; break;
            case u'−': plain += u'-'; break;
            case u',': plain += u'.'; break;
            default: plain += sign;
        }
    }
    return Reader(plain).all();
}

}  // namespace perceptarium::ui
