#include "ui/shared/setting_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "ui/shared/engine_words.h"

namespace perceptarium::ui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }
struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingWidget)
};

}  // namespace

QString settingTitle(const SettingSpec& spec) {
    return engineText(spec.title.empty() ? spec.name : spec.title);
}

QString settingValueText(const SettingSpec& spec, const SettingValue& value) {
    if (const auto* on = std::get_if<bool>(&value))
        return *on ? QCoreApplication::translate("Setting", "yes") : QCoreApplication::translate("Setting", "no");
    if (const auto* words = std::get_if<std::string>(&value)) {
        if (words->empty()) return QCoreApplication::translate("Setting", "automatic");
        if (spec.kind != SettingKind::Choice) return text(*words);
        QString shown = engineText(*words);
        shown.replace(u'-', u' ');
        return shown;
    }
    if (const auto* real = std::get_if<double>(&value)) return QString::number(*real, 'g', 6);
    if (const auto* pair = std::get_if<Pair>(&value)) return text(pairText(*pair));
    return QString::number(std::get<std::int64_t>(value));
}

QString settingTooltip(const SettingSpec& spec) {
    QString lines = QStringLiteral("<b>%1</b><br>%2")
                        .arg(settingTitle(spec).toHtmlEscaped(),
                             engineText(spec.meaning).toHtmlEscaped());
    if (spec.kind == SettingKind::Integer || spec.kind == SettingKind::Real || spec.kind == SettingKind::Pair) {
        const auto number = [](double value) { return QLocale::c().toString(value, 'g', 10); };
        const QString unit = spec.unit.empty() ? QString() : u' ' + engineText(spec.unit).toHtmlEscaped();
        if (std::isfinite(spec.minimum) && std::isfinite(spec.maximum))
            lines += Words::tr("<br>From %1 to %2%3.").arg(number(spec.minimum), number(spec.maximum), unit);
        else if (std::isfinite(spec.minimum))
            lines += Words::tr("<br>At least %1%2.").arg(number(spec.minimum), unit);
        lines +=
            Words::tr("<br>Arithmetic works (2*64); arrows step, Ctrl+arrows double and halve; the title can be dragged.");
    }
    return lines + Words::tr("<br>Standard: %1.").arg(settingValueText(spec, spec.standard).toHtmlEscaped());
}

}  // namespace perceptarium::ui
