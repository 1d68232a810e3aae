// From the document and what was inferred about it to what a node shows.
#include "ui/canvas/node_look.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"
#include "network/blocks.h"
#include "ui/shared/node_words.h"

namespace perceptarium::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};
QString words(const std::string& utf8) { return QString::fromStdString(utf8); }

int shownInputs(const layers::LayerSpec* spec, int connected) {
    if (!spec) return std::max(connected, 1);
    if (spec->maximumInputs <= 1) return spec->maximumInputs;
    return std::min(connected + 1, spec->maximumInputs);
}

/// "Residual block · 16 channels"; how often it repeats stands beside the name.
void showBlock(NodeLook& look, layers::LayerSpec spec, const network::Node& node) {
    std::erase_if(spec.settings, [](const SettingSpec& setting) { return setting.name == network::kRepeat; });
    const QString settings = settingsSummary(spec, node.settings);
    look.summary = settings.isEmpty() ? look.title : look.title + QStringLiteral(" · ") + settings;
    look.isBlock = true;
    look.repeat = static_cast<int>(settingOr<std::int64_t>(node.settings, network::kRepeat, 1));
}

}  // namespace

NodeLook lookOf(const network::Graph& graph, const network::Inference& inference, const network::Node& node) {
    NodeLook look;
    const network::SpecPtr spec = network::specOf(graph, node.layer);
    look.name = words(node.name);
    look.known = spec != nullptr;
    look.title = spec ? engineText(spec->title) : words(node.layer);
    if (spec) {
        look.category = spec->category;
        look.summary = settingsSummary(*spec, node.settings);
        if (spec->category == layers::Category::Block) showBlock(look, *spec, node);
        // A formula that reads well without being set; others are for the inspector.
        const bool plain = spec->formula.find_first_of("^[_") == std::string::npos;
        if (look.summary.isEmpty() && spec->settings.empty() && plain) look.summary = words(spec->formula);
        if (look.summary.isEmpty() && spec->category == layers::Category::Data)
            look.summary = node.layer == network::kBlockInput ? Words::tr("from outside") : Words::tr("from the data");
    } else {
        look.summary = Words::tr("missing layer");
    }
    if (const auto count = inference.parameters.find(node.id); count != inference.parameters.end() && count->second > 0)
        look.parameters = Words::tr("%1 param(s)", nullptr, count->second == 1 ? 1 : 2).arg(QLocale().toString(static_cast<qlonglong>(count->second)));
    if (const auto output = inference.outputs.find(node.id); output != inference.outputs.end()) {
        look.output = output->second;
        look.shape = words(output->second.shape.text());
    }
    look.outputUsed = !graph.edgesOutOf(node.id).empty();
    look.isResult = inference.output == node.id;
    look.bypassed = node.bypassed && inference.leftOut.contains(node.id);
    look.leftOut = inference.leftOut.contains(node.id) && !node.bypassed;
    look.frozen = node.frozen;
    look.collapsed = node.collapsed;

    const auto into = graph.edgesInto(node.id);
    look.inputs.resize(static_cast<std::size_t>(shownInputs(spec.get(), static_cast<int>(into.size()))));
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
        look.badge = engineMessage(findings.front()->what);
        look.tooltip = all.join(QStringLiteral("<br><br>"));
        look.accessibleDescription = (*look.severity == network::Severity::Error ? Words::tr("Error: %1") : Words::tr("Hint: %1"))
                                         .arg(findingText(*findings.front()));
    } else {
        look.tooltip = QStringLiteral("<b>%1</b> (%2)").arg(look.name.toHtmlEscaped(), look.title.toHtmlEscaped());
        if (spec) look.tooltip += QStringLiteral("<br>") + engineText(spec->meaning).toHtmlEscaped();
        if (!look.summary.isEmpty()) look.tooltip += QStringLiteral("<br>") + look.summary.toHtmlEscaped();
    }
    if (look.isBlock) look.tooltip += QStringLiteral("<br><br>") + Words::tr("Double-click or Enter opens the block.");
    const auto teach = [&](bool so, const QString& words, const QString& spoken) {
        if (!so) return QString();
        look.tooltip += QStringLiteral("<br><br>") + words;
        return spoken;
    };
    const QString marks =
        teach(look.bypassed, Words::tr("<b>Bypassed</b>: as if it were not there; its first input goes on in its place. M switches it on again."), Words::tr(", bypassed")) +
        teach(look.leftOut, Words::tr("<b>Left out</b>: it only leads into a bypassed layer."), Words::tr(", left out")) +
        teach(look.frozen, Words::tr("<b>Frozen</b>: what it has learned is not trained further. L unfreezes it."), Words::tr(", frozen")) +
        teach(look.collapsed, Words::tr("<b>Collapsed</b>: H shows all of it again."), Words::tr(", collapsed"));
    look.accessibleName = Words::tr("node %1, %2").arg(look.name, look.title);
    if (look.repeat > 1) look.accessibleName += Words::tr(", %n times", nullptr, look.repeat);
    if (!look.shape.isEmpty()) look.accessibleName += Words::tr(", output %1").arg(look.shape);
    if (const auto count = inference.parameters.find(node.id); count != inference.parameters.end() && count->second > 0)
        look.accessibleName += QStringLiteral(", ") + parametersText(count->second);
    look.accessibleName += marks;
    if (look.severity == network::Severity::Error) look.accessibleName += Words::tr(", error");
    return look;
}

}  // namespace perceptarium::ui
