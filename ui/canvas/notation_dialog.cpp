#include "ui/canvas/notation_dialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "network/edits.h"
#include "network/expand.h"
#include "network/notation.h"
#include "network/summary.h"
#include "ui/shared/engine_messages.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

QString qt(const std::string& text) { return QString::fromStdString(text); }

/// "6 layers, 19,610 parameters, ends in 10." or what is wrong with it.
QString verdictOf(const network::Graph& graph, const network::DataTypes& types) {
    const network::Expansion expansion = network::expand(graph);
    const network::Inference flat = network::infer(expansion, types), inference = network::seenAt({}, graph, expansion, flat);
    const network::Summary summary = network::summarize(expansion.flat, flat);
    QString text = NotationDialog::tr("%n layers", nullptr, static_cast<int>(graph.nodes().size()));
    for (const auto& finding : inference.findings)
        if (finding.severity == network::Severity::Error) return NotationDialog::tr("%1. To be mended: %2").arg(text, findingText(finding));
    text += NotationDialog::tr(", %1 parameters").arg(qt(network::amountText(static_cast<double>(summary.total.parameters))));
    if (const auto type = inference.outputs.find(inference.output); type != inference.outputs.end())
        text += NotationDialog::tr(", ends in %1").arg(qt(type->second.shape.text()));
    return text + u'.';
}

}  // namespace

network::NotationContext notationContext(const Workbench& workbench) { return {workbench.graph().blocks(), !workbench.opened().empty()}; }

std::vector<network::NodeId> placeNotation(network::Graph& graph, const network::Graph& read, bool instead) {
    std::vector<network::NodeId> old, nodes;
    double left = INFINITY, bottom = -INFINITY;
    for (const auto& [id, node] : graph.nodes()) {
        old.push_back(id);
        left = std::min(left, node.position.x);
        bottom = std::max(bottom, node.position.y);
    }
    for (const auto& [id, node] : read.nodes()) nodes.push_back(id);
    const bool below = !instead && !old.empty();
    if (instead) network::remove(graph, old);
    const network::Point by = below ? network::Point{left, bottom + 2 * (network::kNodeHeight + network::kGapY)} : network::Point{};
    return network::paste(graph, network::copy(read, nodes), by);
}

NotationDialog::NotationDialog(Workbench& workbench, QWidget* parent)
    : QDialog(parent), workbench_(workbench), text_(new QPlainTextEdit), verdict_(new QLabel), replace_(new QPushButton(tr("&Replace the network"))),
      add_(new QPushButton(tr("&Add to the drawing"))) {
    setObjectName(QStringLiteral("notation-dialog"));
    setWindowTitle(tr("Network from text"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* help = new QLabel(tr("Layers with > between them, and what is set of each: <b>28x28x1 &gt; conv 8 5x5 same &gt; relu &gt; maxpool 2 &gt; flatten "
                               "&gt; dense 10</b>. Branches: <b>( conv 8 3x3 same | skip ) &gt; add</b>. A named point: <b>stem: relu … ; @stem &gt; …</b>. "
                               "A block, and its use: <b>block Twice(units=8) = in &gt; dense $units &gt; relu; 6 &gt; Twice 16 repeat=3 &gt; dense 2</b>. "
                               "Frames and notes are not part of it."));
    help->setWordWrap(true);
    help->setProperty("role", "secondary");
    text_->setObjectName(QStringLiteral("notation-text"));
    text_->setAccessibleName(tr("Network as text"));
    text_->setPlaceholderText(QStringLiteral("28x28x1 > conv 8 5x5 > relu > maxpool 2 > flatten > dense 10"));
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setTabChangesFocus(true);
    text_->setToolTip(tr("Conv2d is conv, Dense is dense or fc, …; numbers are set in the order of the inspector, everything else as name=value."));
    verdict_->setObjectName(QStringLiteral("notation-verdict"));
    verdict_->setAccessibleName(tr("What the text says"));
    verdict_->setWordWrap(true);
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    replace_->setToolTip(tr("The drawing is this network instead (Ctrl+Enter). Undo brings the other back."));
    add_->setToolTip(tr("Puts it below what is there."));
    replace_->setObjectName(QStringLiteral("notation-replace"));
    add_->setObjectName(QStringLiteral("notation-add"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(add_, QDialogButtonBox::ActionRole);
    buttons->addButton(replace_, QDialogButtonBox::ActionRole);
    for (auto* button : {static_cast<QPushButton*>(buttons->button(QDialogButtonBox::Close)), add_}) button->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // as everywhere: words, no picture of the style
    replace_->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    layout->addWidget(help);
    layout->addWidget(text_, 1);
    layout->addWidget(verdict_);
    layout->addWidget(buttons);
    resize(620, 280);
    connect(text_, &QPlainTextEdit::textChanged, this, &NotationDialog::check);
    connect(&workbench_, &Workbench::inferenceChanged, this, &NotationDialog::check);
    connect(replace_, &QPushButton::clicked, this, [this] { place(true); });
    connect(add_, &QPushButton::clicked, this, [this] { place(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QWidget::close);
    for (const auto key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, replace_, &QPushButton::click);
    const auto& selection = workbench.selection();
    setText(qt(network::toNotation(workbench.graph(), {selection.begin(), selection.end()})));
}

void NotationDialog::setText(const QString& text) {
    text_->setPlainText(text);
    text_->selectAll();
    check();
}

void NotationDialog::check() {
    const QString text = text_->toPlainText();
    const bool empty = text.trimmed().isEmpty();
    const auto graph = network::graphFromNotation(text.toStdString(), notationContext(workbench_));
    graph_ = graph.value_or(network::Graph{});
    for (auto* button : {replace_, add_}) button->setEnabled(graph.has_value());
    verdict_->setText(empty ? QString() : graph ? verdictOf(graph_, workbench_.dataTypes()) : errorText(graph.error()));
    const QColor tint = graph || empty ? colour(Role::Secondary) : colour(Role::Error);
    verdict_->setStyleSheet(QStringLiteral("color:%1").arg(tint.name()));
}

void NotationDialog::place(bool instead) {
    if (graph_.nodes().empty()) return;
    std::vector<network::NodeId> made;
    workbench_.sealEdit();
    const bool done = workbench_.edit(instead ? tr("Network from text") : tr("Add from text"), [&](project::Document& document) -> Status {
        made = placeNotation(document.graph, graph_, instead);
        return {};
    });
    if (!done) return;
    workbench_.sealEdit();
    workbench_.select(instead ? std::set<network::NodeId>{} : std::set<network::NodeId>(made.begin(), made.end()));
    emit placed();
    close();
}

}  // namespace perceptarium::ui
