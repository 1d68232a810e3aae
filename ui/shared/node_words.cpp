#include "ui/shared/engine_messages.h"
#include "ui/shared/node_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/shared/engine_words.h"
#include "ui/shared/setting_words.h"

namespace perceptarium::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

}  // namespace

QString settingsSummary(const layers::LayerSpec& spec, const Settings& settings) {
    // The first two settings are what a layer is chosen for; of the others only what differs from the standard is told.
    QStringList parts;
    int place = 0;
    for (const SettingSpec& setting : spec.settings) {
        const bool key = place++ < 2;
        if (!matters(setting, spec.settings, settings)) continue;
        const auto found = settings.find(setting.name);
        const SettingValue& value = found != settings.end() ? found->second : setting.standard;
        const bool differs = value != setting.standard;
        if (!key && !differs) continue;
        if (pairOf(value) == Pair{0, 0} && !differs) continue;  // 0: as the rest says
        const QString title = settingTitle(setting);
        if (const auto* on = std::get_if<bool>(&value)) {
            if (differs) parts << (*on ? title : Words::tr("no %1").arg(withinSentence(title)));
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            if (!text->empty() && (differs || setting.kind != SettingKind::Choice))
                parts << settingValueText(setting, value);
        } else if (setting.kind == SettingKind::Integer && title.endsWith(u's')) {
            QString counted = withinSentence(title);  // "6 filters", "1 filter"
            if (const auto* one = std::get_if<std::int64_t>(&value); one && *one == 1) counted.chop(1);
            parts << settingValueText(setting, value) + u' ' + counted;
        } else {
            parts << withinSentence(title) + u' ' + settingValueText(setting, value);  // "kernel size 5"
        }
    }
    return parts.join(QStringLiteral(" · "));
}

QString parametersText(std::int64_t count) {
    return Words::tr("%1 parameter(s)", nullptr, count == 1 ? 1 : 2).arg(QLocale().toString(static_cast<qlonglong>(count)));
}

std::vector<const network::Finding*> findingsAt(const network::Inference& inference, network::NodeId node) {
    std::vector<const network::Finding*> found;
    for (const auto& finding : inference.findings)
        if (finding.node == node) found.push_back(&finding);
    std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
        return a->severity == network::Severity::Error && b->severity != network::Severity::Error;
    });
    return found;
}

QString findingHtml(const network::Finding& finding) {
    QString html = QStringLiteral("<b>%1</b>").arg(engineMessage(finding.what).toHtmlEscaped());
    const auto line = [&](const QString& title, const std::string& text) {
        if (!text.empty()) html += QStringLiteral("<br>%1 %2").arg(title, engineMessage(text).toHtmlEscaped());
    };
    line(Words::tr("Expected:"), finding.expected);
    line(Words::tr("Came:"), finding.found);
    line(Words::tr("Try:"), finding.tryThis);
    return html;
}

}  // namespace perceptarium::ui
