#include "ui/panels/frame_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "network/frame_edits.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/number_edit.h"
#include "ui/shared/note_text.h"
#include "ui/shared/tints.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

using network::kFarthest;

NumberEdit* sizeEdit(const char* name, const QString& title, const QString& tip) {
    auto* edit = new NumberEdit(true, network::kSmallestFrame, kFarthest);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(title);
    edit->setToolTip(tip);
    return edit;
}

}  // namespace

FramePage::FramePage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), heading_(new TitleBar), about_(textLabel(true)), held_(textLabel()),
      form_(new QFormLayout), title_(new QLineEdit), words_(new QPlainTextEdit), colour_(new QComboBox),
      width_(sizeEdit("frame-width", tr("Width"), tr("Ctrl+Left and Ctrl+Right on the canvas change it too."))),
      height_(sizeEdit("frame-height", tr("Height"), tr("Ctrl+Up and Ctrl+Down on the canvas change it too."))) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    title_->setObjectName(QStringLiteral("frame-title"));
    title_->setAccessibleName(tr("Title"));
    title_->setToolTip(tr("What the frame is about, in a few words (F2 on the canvas)."));
    words_->setObjectName(QStringLiteral("note-words"));
    words_->setAccessibleName(tr("Words"));
    words_->setToolTip(tr("What the note says (F2 on the canvas)."));
    words_->setTabChangesFocus(true);
    words_->setFixedHeight(9 * fontMetrics().lineSpacing());
    colour_->setObjectName(QStringLiteral("frame-colour"));
    colour_->setAccessibleName(tr("Colour"));
    colour_->setToolTip(tr("A colour for each part of a network tells parts apart from afar."));
    for (int i = 0; i < kTints; ++i) colour_->addItem(tintIcon(tintAt(i)), tintTitle(tintAt(i)));
    form_->setHorizontalSpacing(kMargin);
    form_->addRow(tr("Title"), title_);
    form_->addRow(tr("Words"), words_);
    form_->addRow(tr("Colour"), colour_);
    form_->addRow(tr("Width"), width_);
    form_->addRow(tr("Height"), height_);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    layout->addWidget(heading_);
    layout->addWidget(about_);
    layout->addLayout(form_);
    layout->addWidget(held_);
    layout->addStretch(1);
    setWidget(page);

    connect(title_, &QLineEdit::textEdited, this, [this](const QString& text) {
        change("title", [&](network::Frame& frame) { frame.text = text.toStdString(); });
    });
    connect(words_, &QPlainTextEdit::textChanged, this, [this] {
        if (showing_) return;
        const QString text = words_->toPlainText();
        change("words", [&](network::Frame& frame) {
            frame.text = text.toStdString();
            frame.size.y = std::max(frame.size.y, note::heightFor(text, frame.size.x));
        });
    });
    connect(colour_, &QComboBox::activated, this, [this](int index) {
        change("colour", [&](network::Frame& frame) { frame.tint = tintAt(index); });
    });
    connect(width_, &NumberEdit::valueChanged, this, [this](double value) {
        if (!showing_) change("width", [&](network::Frame& frame) { frame.size.x = value; });
    });
    connect(height_, &NumberEdit::valueChanged, this, [this](double value) {
        if (!showing_) change("height", [&](network::Frame& frame) { frame.size.y = value; });
    });
    for (auto* number : {width_, height_}) connect(number, &NumberEdit::editingFinished, &workbench, &Workbench::sealEdit);
    connect(title_, &QLineEdit::editingFinished, &workbench, &Workbench::sealEdit);
}

void FramePage::change(const char* key, const std::function<void(network::Frame&)>& how) {
    const auto id = frame_;
    workbench_.edit(tr("Change %1").arg(workbench_.graph().findFrame(id) && workbench_.graph().findFrame(id)->note ? tr("note") : tr("frame")),
                    [&](project::Document& document) -> Status {
                        const auto* found = document.graph.findFrame(id);
                        if (!found) return {};
                        network::Frame frame = *found;
                        how(frame);
                        return network::changeFrame(document.graph, frame);
                    },
                    "frame/" + std::to_string(id) + "/" + key);
}

void FramePage::showFrame(network::FrameId id) {
    const auto* frame = workbench_.graph().findFrame(id);
    if (!frame) return;
    if (id != frame_) workbench_.sealEdit();
    frame_ = id;
    showing_ = true;
    const QString text = QString::fromStdString(frame->text);
    heading_->setTitle(frame->note ? tr("Note") : tr("Frame"), {}, -1);
    about_->setText(frame->note ? tr("Words beside the drawing. They change nothing that is computed.")
                                : tr("Holds what lies in it: moving it by its title moves that along. It changes nothing that is computed."));
    form_->setRowVisible(title_, !frame->note);
    form_->setRowVisible(words_, frame->note);
    if (title_->text() != text) title_->setText(text);
    if (words_->toPlainText() != text) words_->setPlainText(text);
    colour_->setCurrentIndex(static_cast<int>(frame->tint));
    width_->display(frame->size.x);
    height_->display(frame->size.y);
    QStringList names;
    if (!frame->note)
        for (const auto node : network::withContent(workbench_.graph(), {{}, {id}}).nodes)
            names << QString::fromStdString(workbench_.graph().find(node)->name);
    held_->setText(names.isEmpty() ? tr("No layer lies in it.") : tr("Holds %1.").arg(names.join(QStringLiteral(", "))));
    held_->setVisible(!frame->note);
    showing_ = false;
}

}  // namespace perceptarium::ui
