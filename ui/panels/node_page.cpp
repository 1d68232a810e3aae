#include "ui/panels/node_page.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "network/block_edits.h"
#include "project/course.h"
#include "ui/languages.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"
#include "ui/shared/node_words.h"
#include "ui/panels/block_setting_menu.h"
#include "ui/panels/formula.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/setting_widgets.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

/// A label that is one link: Enter and Space follow it without another Tab into it.
class LinkLabel : public QLabel {
public:
    using QLabel::QLabel;
    QString target;

protected:
    void keyPressEvent(QKeyEvent* event) override {
        const bool follows = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
        if (follows && event->modifiers() == Qt::NoModifier)
            emit linkActivated(target);
        else
            QLabel::keyPressEvent(event);
    }
};

QString words(const std::string& utf8) { return QString::fromStdString(utf8); }
QString html(const std::string& utf8) { return words(utf8).toHtmlEscaped(); }

/// What kind of thing that is, for a learner.
QString kindOf(const TensorType& type) {
    if (type.dtype == DType::I32)
        return type.vocabulary > 0 ? NodePage::tr("word ids, out of %1").arg(QLocale().toString(static_cast<qlonglong>(type.vocabulary))) : NodePage::tr("word ids");
    switch (type.shape.rank()) {
        case 1: return NodePage::tr("vector");
        case 2: return NodePage::tr("sequence of vectors");
        case 3: return NodePage::tr("picture: height × width × channels");
        default: return {};
    }
}

QString drawnFrom(const layers::Initializer& initializer) {
    if (initializer.id == "zeros") return NodePage::tr("starts at 0");
    if (initializer.id == "constant") return NodePage::tr("starts at %1").arg(QLocale().toString(initializer.number));
    const auto* spec = layers::findInitializer(initializer.id);
    return spec ? NodePage::tr("starts %1").arg(engineText(spec->title)) : QString();
}

}  // namespace

NodePage::NodePage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), title_(new TitleBar), name_(new QLineEdit), bypass_(new QCheckBox(tr("Bypass"))),
      freeze_(new QCheckBox(tr("Freeze"))), meaning_(textLabel(true)), section_(new LinkLabel),
      settingsHeading_(headingLabel(tr("Settings"))), shapes_(textLabel()), count_(textLabel()), countExplained_(textLabel()),
      tensors_(textLabel(true)), formulaHeading_(headingLabel(tr("Formula"))), formula_(textLabel()),
      helpHeading_(headingLabel(tr("When to use it"))), help_(textLabel()), findings_(new FindingsBox), form_(new SettingsForm),
      parameters_(new QWidget), openBlock_(new QPushButton), outside_(new BlockSettingMenu(workbench)) {
    name_->setObjectName(QStringLiteral("node-name"));
    name_->setAccessibleName(tr("Name"));
    name_->setToolTip(tr("What this layer is called in files, pictures and messages (F2)"));
    bypass_->setObjectName(QStringLiteral("bypass"));
    bypass_->setToolTip(tr("<b>Bypass</b> (M on the canvas)<br>The network is computed, counted, trained and exported as if this layer were not there: "
                           "its first input goes on in its place. A quick way to see what a layer is good for."));
    freeze_->setObjectName(QStringLiteral("freeze"));
    freeze_->setToolTip(tr("<b>Freeze</b> (L on the canvas)<br>What this layer has learned stays as it is: the optimizer leaves its parameters alone, and running averages rest. "
                           "Usual for the first layers of a network that was trained on something else (transfer learning). It may be changed while training runs."));
    section_->setObjectName(QStringLiteral("section-link"));
    section_->setTextFormat(Qt::RichText);
    section_->setWordWrap(true);
    section_->setTextInteractionFlags(Qt::LinksAccessibleByMouse);
    section_->setFocusPolicy(Qt::StrongFocus);
    section_->setToolTip(tr("Shows what the course says about this layer (F1)"));
    connect(section_, &QLabel::linkActivated, this, &NodePage::sectionRequested);
    formula_->setTextFormat(Qt::RichText);
    formula_->setAlignment(Qt::AlignCenter);
    formula_->setObjectName(QStringLiteral("formula"));
    QFont book(QStringLiteral("Noto Serif"));
    book.setStyleHint(QFont::Serif);
    book.setPointSizeF(font().pointSizeF() * 1.3);
    formula_->setFont(book);
    formula_->setStyleSheet(QStringLiteral("QLabel{background:palette(base);border-radius:6px;padding:10px 8px}"));

    auto* layout = pageLayout(*this);
    layout->addWidget(title_);
    auto* naming = new QFormLayout;
    naming->setHorizontalSpacing(kMargin);
    naming->addRow(tr("Name"), name_);
    auto* marks = new QHBoxLayout;
    marks->setSpacing(2 * kMargin);
    marks->addWidget(bypass_);
    marks->addWidget(freeze_);
    marks->addStretch(1);
    naming->addRow(QString(), marks);
    layout->addWidget(meaning_);
    layout->addWidget(section_);
    layout->addLayout(naming);
    layout->addWidget(findings_);
    layout->addWidget(settingsHeading_);
    layout->addWidget(form_);
    layout->addWidget(outside_);
    openBlock_->setObjectName(QStringLiteral("open-block"));
    openBlock_->setText(tr("Open the block"));
    openBlock_->setToolTip(tr("See and change what is inside (Enter or double-click on the node)"));
    openBlock_->setFocusPolicy(Qt::StrongFocus);
    connect(openBlock_, &QPushButton::clicked, this, [this] {
        network::BlockPath path = workbench_.opened();
        path.push_back(node_);
        workbench_.openDrawing(path);
    });
    layout->addWidget(openBlock_);
    layout->addWidget(headingLabel(tr("Shapes")));
    layout->addWidget(shapes_);
    auto* counted = new QVBoxLayout(parameters_);
    counted->setContentsMargins(0, 0, 0, 0);
    counted->setSpacing(4);
    counted->addWidget(headingLabel(tr("Parameters")));
    counted->addWidget(count_);
    counted->addWidget(countExplained_);
    counted->addWidget(tensors_);
    layout->addWidget(parameters_);
    layout->addWidget(formulaHeading_);
    layout->addWidget(formula_);
    layout->addWidget(helpHeading_);
    layout->addWidget(help_);
    layout->addStretch(1);

    connect(name_, &QLineEdit::editingFinished, this, &NodePage::commitName);
    connect(bypass_, &QCheckBox::clicked, this, [this](bool on) { setMark(on ? tr("Bypass") : tr("Switch on again"), on, &network::bypass); });
    connect(freeze_, &QCheckBox::clicked, this, [this](bool on) { setMark(on ? tr("Freeze") : tr("Unfreeze"), on, &network::freeze); });
    connect(findings_, &FindingsBox::nodeChosen, this, [this](network::NodeId id) { workbench_.select({id}); });
    connect(form_, &SettingsForm::changed, this, [this](const QString& setting, const SettingValue& value) {
        const auto id = node_;
        const auto* node = workbench_.graph().find(id);
        if (!node) return;
        const std::string key = setting.toStdString();
        // Half a number is no edit: what cannot be is told below the field, not in the log.
        const auto spec = network::specOf(workbench_.graph(), node->layer);
        const auto* declared = spec ? findSetting(spec->settings, key) : nullptr;
        if (!declared || !checkSetting(*declared, value)) return;
        workbench_.edit(tr("Change %1 of %2").arg(withinSentence(settingTitle(*declared)), words(node->name)),
                        [&](project::Document& document) { return network::changeSetting(document.graph, id, key, value); },
                        "setting/" + std::to_string(id) + "/" + key);
    });
    connect(form_, &SettingsForm::finished, this, [this] { workbench_.sealEdit(); });
}

void NodePage::showNode(network::NodeId id) {
    const auto* node = workbench_.graph().find(id);
    if (!node) return;
    const auto spec = network::specOf(workbench_.graph(), node->layer);
    const network::Node given = workbench_.asGiven(*node);
    const auto& inference = workbench_.inference();
    const bool other = id != node_;
    if (other) workbench_.sealEdit();
    node_ = id;
    if (other || !name_->isModified()) name_->setText(words(node->name));
    bypass_->setChecked(node->bypassed);
    bypass_->setEnabled(node->bypassed || !spec || spec->category != layers::Category::Data);  // the data have to enter
    freeze_->setChecked(node->frozen);
    freeze_->setVisible(node->frozen || !spec || spec->parameters || spec->category == layers::Category::Block);
    const auto findings = findingsAt(inference, id);
    findings_->setFindings(findings);
    showSection(spec ? spec->section : std::string());
    if (!spec) {
        title_->setTitle(words(node->layer), tr("missing layer"), -1);
        meaning_->setText(tr("This program does not know the layer. Its settings are kept, and saved as they came."));
    } else {
        title_->setTitle(engineText(spec->title), engineText(std::string(layers::nameOf(spec->category))), static_cast<int>(spec->category));
        meaning_->setText(engineText(spec->meaning));
        form_->setSpecs(spec->settings);
        form_->setValues(given.settings);
        std::map<std::string, QString> problems;
        for (const auto* finding : findings)
            if (!finding->setting.empty() && finding->severity == network::Severity::Error) problems[finding->setting] = engineMessage(finding->what);
        form_->setProblems(problems);
        showShapes(given, *spec);
        showParameters(given, *spec);
        formula_->setText(formulaHtml(words(spec->formula)));
        help_->setText(engineText(spec->help));
    }
    for (QWidget* part : std::initializer_list<QWidget*>{form_, settingsHeading_}) part->setVisible(spec && !spec->settings.empty());
    shapes_->setVisible(spec != nullptr);
    for (QWidget* part : std::initializer_list<QWidget*>{formulaHeading_, formula_}) part->setVisible(spec && !spec->formula.empty());
    for (QWidget* part : std::initializer_list<QWidget*>{helpHeading_, help_}) part->setVisible(spec && !spec->help.empty());
    showBlockParts(*node, spec);
    if (!spec) parameters_->hide();
    if (other) verticalScrollBar()->setValue(0);
}

void NodePage::showShapes(const network::Node& node, const layers::LayerSpec& spec) {
    const auto& inference = workbench_.inference();
    const auto& graph = workbench_.graph();
    QString rows;
    const auto row = [&](const QString& title, const QString& shape, const QString& aside) {
        rows += QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td style='padding-right:12px'><b>%2</b></td><td>%3</td></tr>").arg(title, shape, aside);
    };
    for (const auto& edge : graph.edgesInto(node.id)) {
        const auto type = inference.outputs.find(edge.from);
        const auto* from = graph.find(edge.from);
        const QString title = spec.maximumInputs > 1 ? tr("Input %1").arg(edge.port + 1) : tr("Input");
        const QString source = from ? tr("from %1").arg(html(from->name)) : QString();
        if (type == inference.outputs.end()) row(title, QStringLiteral("?"), source);
        else row(title, html(type->second.shape.text()), source);
    }
    const auto output = inference.outputs.find(node.id);
    row(tr("Output"), output == inference.outputs.end() ? QStringLiteral("?") : html(output->second.shape.text()),
        output == inference.outputs.end() ? tr("not known yet") : kindOf(output->second).toHtmlEscaped());
    QString text = QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(rows);
    const auto inputs = inference.inputs.find(node.id);
    if (spec.shapeExplained && output != inference.outputs.end() && inputs != inference.inputs.end()) {
        const auto sum = spec.shapeExplained(node.settings, inputs->second);
        if (!sum.empty()) text += QStringLiteral("<div style='margin-top:4px'>%1</div>").arg(html(sum));
    }
    shapes_->setText(text);
}

void NodePage::showSection(const std::string& number) {
    const auto* section = project::findCourseSection(number, language().toStdString());
    section_->setVisible(section != nullptr);
    if (!section) return;
    const QString text = QStringLiteral("<a href='%1'>%2</a>").arg(html(number), html(section->heading()));
    if (section_->text() != text) section_->setText(text);
    static_cast<LinkLabel*>(section_)->target = words(number);
    section_->setAccessibleName(tr("Lesson: %1").arg(words(section->heading())));
}

void NodePage::showParameters(const network::Node& node, const layers::LayerSpec& spec) {
    const auto& inference = workbench_.inference();
    const auto inputs = inference.inputs.find(node.id);
    const bool known = inference.outputs.contains(node.id) && inputs != inference.inputs.end();
    const bool block = spec.category == layers::Category::Block;
    parameters_->setVisible(spec.parameters || block);
    if (!spec.parameters && !block) return;
    if (!known) {
        count_->setText(inference.leftOut.contains(node.id) ? tr("None are counted while this layer is left out.") : tr("Known when the input's shape is."));
        countExplained_->hide();
        tensors_->hide();
        return;
    }
    const auto count = inference.parameters.find(node.id);
    const QString counted = QStringLiteral("<b>%1</b>").arg(parametersText(count != inference.parameters.end() ? count->second : 0));
    count_->setText(node.frozen ? tr("%1, frozen").arg(counted) : counted);
    if (block) {
        countExplained_->setText(tr("All of its layers and copies together."));
        countExplained_->show();
        tensors_->hide();
        return;
    }
    const std::string sum = spec.countExplained ? spec.countExplained(node.settings, inputs->second) : std::string();
    countExplained_->setText(words(sum));
    countExplained_->setVisible(!sum.empty());
    QString rows;
    for (const auto& tensor : spec.parameters(node.settings, inputs->second))
        rows += QStringLiteral("<tr><td style='padding-right:12px'><i>%1</i></td><td style='padding-right:12px'>%2</td><td>%3</td></tr>")
                    .arg(html(tensor.name), html(tensor.shape.text()), tensor.trainable ? drawnFrom(tensor.initializer) : tr("not trained, kept up to date"));
    tensors_->setText(QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(rows));
    tensors_->setVisible(!rows.isEmpty());
}

void NodePage::setMark(const QString& name, bool on, Status (*set)(network::Graph&, const std::vector<network::NodeId>&, bool)) {
    const auto id = node_;
    workbench_.edit(name, [&](project::Document& document) { return set(document.graph, {id}, on); });
    workbench_.sealEdit();
}

void NodePage::showBlockParts(const network::Node& node, const network::SpecPtr& spec) {
    openBlock_->setVisible(network::blockOf(workbench_.graph(), node) != nullptr);
    outside_->showNode(node.id);
    std::map<std::string, QString> givers;
    if (const std::string open = workbench_.openedBlock(); spec && !open.empty())
        for (const auto& setting : spec->settings)
            if (const auto* giver = network::giverOf(workbench_.graph(), open, node.id, setting.name))
                givers[setting.name] = tr("Set by “%1” of the block.").arg(words(giver->name));
    form_->setGivers(givers);
}

void NodePage::commitName() {
    const auto* node = workbench_.graph().find(node_);
    if (!node || !name_->isModified()) return;
    name_->setModified(false);
    const std::string name = name_->text().trimmed().toStdString();
    const auto id = node_;
    if (name != node->name)
        workbench_.edit(tr("Rename"), [&](project::Document& document) { return network::rename(document.graph, id, name); });
    if (const auto* now = workbench_.graph().find(id)) name_->setText(words(now->name));
}

void NodePage::focusSettings() {
    for (auto* widget : form_->findChildren<SettingWidget*>())
        if (form_->isVisible() && widget->isVisible()) {
            widget->editor()->setFocus(Qt::ShortcutFocusReason);
            if (auto* line = widget->editor()->findChild<QLineEdit*>()) line->selectAll();
            return;
        }
    focusName();
}

void NodePage::focusName() {
    name_->setFocus(Qt::ShortcutFocusReason);
    name_->selectAll();
}

}  // namespace perceptarium::ui
