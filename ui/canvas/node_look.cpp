// From the document and what was inferred about it to what a node shows.
#include "ui/canvas/node_look.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/panels/setting_widgets.h"

namespace perceptarium::ui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Canvas", text); }
QString words(const std::string& utf8) { return QString::fromStdString(utf8); }

int shownInputs(const layers::LayerSpec* spec, int connected) {
    if (!spec) return std::max(connected, 1);
    if (spec->maximumInputs <= 1) return spec->maximumInputs;
    return std::min(connected + 1, spec->maximumInputs);
}

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
        if (const auto* whole = std::get_if<std::int64_t>(&value); whole && *whole == 0 && !differs) continue;  // 0: as the rest says
        const QString title = settingTitle(setting);
        if (const auto* on = std::get_if<bool>(&value)) {
            if (differs) parts << (*on ? title : tr("no %1").arg(title.toLower()));
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            if (!text->empty() && (differs || setting.kind != SettingKind::Choice)) parts << settingValueText(setting, value);
        } else if (setting.kind == SettingKind::Integer && title.endsWith(u's')) {
            parts << settingValueText(setting, value) + u' ' + title.toLower();  // "6 filters"
        } else {
            parts << title.toLower() + u' ' + settingValueText(setting, value);  // "kernel size 5"
        }
    }
    return parts.join(QStringLiteral(" · "));
}

QString parametersText(std::int64_t count) {
    return count == 1 ? tr("1 parameter") : tr("%1 parameters").arg(QLocale().toString(static_cast<qlonglong>(count)));
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
    QString html = QStringLiteral("<b>%1</b>").arg(words(finding.what).toHtmlEscaped());
    const auto line = [&](const QString& title, const std::string& text) {
        if (!text.empty()) html += QStringLiteral("<br>%1 %2").arg(title, words(text).toHtmlEscaped());
    };
    line(tr("Expected:"), finding.expected);
    line(tr("Came:"), finding.found);
    line(tr("Try:"), finding.tryThis);
    return html;
}

NodeLook lookOf(const network::Graph& graph, const network::Inference& inference, const network::Node& node) {
    NodeLook look;
    const auto* spec = layers::findLayer(node.layer);
    look.name = words(node.name);
    look.known = spec != nullptr;
    look.title = spec ? QCoreApplication::translate("Layer", spec->title.c_str()) : words(node.layer);
    if (spec) {
        look.category = spec->category;
        look.summary = settingsSummary(*spec, node.settings);
        // A formula that reads well without being set; others are for the inspector.
        const bool plain = spec->formula.find_first_of("^[_") == std::string::npos;
        if (look.summary.isEmpty() && spec->settings.empty() && plain) look.summary = words(spec->formula);
        if (look.summary.isEmpty() && spec->category == layers::Category::Data) look.summary = tr("from the data");
    } else {
        look.summary = tr("missing layer");
    }
    if (const auto count = inference.parameters.find(node.id); count != inference.parameters.end() && count->second > 0)
        look.parameters = tr("%1 params").arg(QLocale().toString(static_cast<qlonglong>(count->second)));
    if (const auto output = inference.outputs.find(node.id); output != inference.outputs.end()) {
        look.output = output->second;
        look.shape = words(output->second.shape.text());
    }
    look.outputUsed = !graph.edgesOutOf(node.id).empty();
    look.isResult = inference.output == node.id;

    const auto into = graph.edgesInto(node.id);
    look.inputs.resize(static_cast<std::size_t>(shownInputs(spec, static_cast<int>(into.size()))));
    for (const auto& edge : into) {
        if (edge.port < 0 || edge.port >= static_cast<int>(look.inputs.size())) continue;
        auto& input = look.inputs[static_cast<std::size_t>(edge.port)];
        input.connected = true;
        if (const auto type = inference.outputs.find(edge.from); type != inference.outputs.end()) input.type = type->second;
    }

    const auto findings = findingsAt(inference, node.id);
    QStringList all;
    for (const auto* finding : findings) all << findingHtml(*finding);
    if (!findings.empty()) {
        look.severity = findings.front()->severity;
        look.badge = words(findings.front()->what);
        look.tooltip = all.join(QStringLiteral("<br><br>"));
        look.accessibleDescription = (*look.severity == network::Severity::Error ? tr("Error: %1") : tr("Hint: %1"))
                                         .arg(words(findings.front()->text()));
    } else {
        look.tooltip = QStringLiteral("<b>%1</b> (%2)").arg(look.name.toHtmlEscaped(), look.title.toHtmlEscaped());
        if (spec) look.tooltip += QStringLiteral("<br>") + QCoreApplication::translate("Layer", spec->meaning.c_str()).toHtmlEscaped();
        if (!look.summary.isEmpty()) look.tooltip += QStringLiteral("<br>") + look.summary.toHtmlEscaped();
    }
    look.accessibleName = tr("node %1, %2").arg(look.name, look.title);
    if (!look.shape.isEmpty()) look.accessibleName += tr(", output %1").arg(look.shape);
    if (const auto count = inference.parameters.find(node.id); count != inference.parameters.end() && count->second > 0)
        look.accessibleName += QStringLiteral(", ") + parametersText(count->second);
    if (look.severity == network::Severity::Error) look.accessibleName += tr(", error");
    return look;
}

}  // namespace perceptarium::ui
