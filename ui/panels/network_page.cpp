#include "ui/panels/network_page.h"

#include <QLocale>
#include <QVBoxLayout>

#include "ui/shared/node_words.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/layer_table.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

NetworkPage::NetworkPage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), title_(new TitleBar), description_(textLabel(true)), facts_(textLabel()),
      empty_(textLabel(true)), hint_(textLabel(true)), findings_(new FindingsBox), table_(new LayerTable(workbench)) {
    auto* layout = pageLayout(*this);
    layout->addWidget(title_);
    layout->addWidget(description_);
    layout->addWidget(findings_);
    layout->addWidget(facts_);
    layout->addWidget(table_);
    layout->addWidget(empty_);
    layout->addWidget(hint_);
    layout->addStretch(1);
    empty_->setText(tr("The network is empty. Its layers will be listed here, with the shape of what each gives and how many numbers it learns."));
    hint_->setText(tr("Select a layer to see and change its settings."));
    connect(findings_, &FindingsBox::nodeChosen, this, [this](network::NodeId id) { workbench_.select({id}); });
}

void NetworkPage::showNetwork() {
    const auto& document = workbench_.document();
    const auto& inference = workbench_.inference();
    title_->setTitle(QString::fromStdString(document.name), tr("Network"), -1);
    description_->setText(QString::fromStdString(document.description));
    description_->setVisible(!document.description.empty());
    std::vector<const network::Finding*> findings;
    for (const auto severity : {network::Severity::Error, network::Severity::Hint})
        for (const auto& finding : inference.findings)
            if (finding.severity == severity) findings.push_back(&finding);
    findings_->setFindings(findings, &document.graph);
    const bool any = !document.graph.nodes().empty();
    // 4 bytes a parameter: weights are trained in f32.
    const double bytes = 4.0 * static_cast<double>(inference.trainableParameters());
    const auto count = document.graph.nodes().size();
    QString facts = tr("%1, %2 to train (%3).")
                        .arg(tr("%n layer(s)", nullptr, static_cast<int>(count)), parametersText(inference.trainableParameters()),
                             QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat));
    if (inference.frozenParameters > 0) facts += u' ' + tr("%1 more are frozen.").arg(QLocale().toString(static_cast<qlonglong>(inference.frozenParameters)));
    facts_->setText(facts);
    for (QWidget* part : std::initializer_list<QWidget*>{facts_, table_, hint_}) part->setVisible(any);
    empty_->setVisible(!any);
    table_->showNodes();
}

}  // namespace perceptarium::ui
