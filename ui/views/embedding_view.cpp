// Where a layer puts the examples, or an embedding its words: neighbours on the map are what the network finds alike.
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>

#include "ui/steady_text.h"
#include "ui/shared/example_focus.h"
#include "ui/views/example_pictures.h"
#include "ui/views/layer_chooser.h"
#include "ui/views/map_picture.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kLimits[] = {250, 500, 1000, 2000};

class EmbeddingView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(EmbeddingView)
public:
    EmbeddingView(Workbench& workbench, QWidget* parent);
    QString csv() const override { return points_.csv(); }

protected:
    bool refresh() override;
    void trainerReplaced() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paint(QPainter& painter, const QRectF& area) override;

private:
    enum Method { PcaMap, TsneMap };
    void makeControls();
    void listenToTheMouse();
    bool words() const;
    void ask();
    void work();
    void forget();
    void fillMarks();
    void take(std::shared_ptr<const MapWorker::Map> map);
    void tellProgress();
    void search();
    void pickNextFound();
    void pick(int point);
    void fitAll();

    std::shared_ptr<study::OutputsProbe> probe_ = std::make_shared<study::OutputsProbe>();
    std::uint64_t seenOutputs_ = 0, seenMap_ = 0;
    std::shared_ptr<const study::Outputs> outputs_;
    MapWorker worker_;
    Tasks::Handle task_;  ///< a t-SNE map is being laid out
    ExamplePictures* pictures_;
    MapPoints points_;
    MapPicture picture_;
    bool panning_ = false, moved_ = false;
    QPointF pressedAt_;
    MapPicture::Marks wordMarks_ = MapPicture::Marks::Words, exampleMarks_ = MapPicture::Marks::Dots;

    LayerChooser* layer_;
    QComboBox *what_, *method_, *part_, *limit_, *marks_;
    QSpinBox* perplexity_;
    QLineEdit* search_;
    QLabel* note_;
};

EmbeddingView::EmbeddingView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Embedding"), tr("Map of the points"), parent),
      pictures_(new ExamplePictures(workbench, this)),
      points_(workbench),
      picture_(points_, *pictures_) {
    makeControls();
    listenToTheMouse();
    connect(pictures_, &ExamplePictures::arrived, paper(), qOverload<>(&QWidget::update));
    connect(layer_, &LayerChooser::chosen, this, &EmbeddingView::ask);
    for (QComboBox* box : {what_, part_, limit_})
        connect(box, &QComboBox::currentIndexChanged, this, &EmbeddingView::ask);
    connect(method_, &QComboBox::currentIndexChanged, this, [this](int method) {
        perplexity_->setVisible(method == TsneMap);
        fitAll();
        work();
    });
    connect(perplexity_, &QSpinBox::valueChanged, this, &EmbeddingView::work);
    connect(marks_, &QComboBox::currentIndexChanged, this, [this] {
        const auto chosen = static_cast<MapPicture::Marks>(marks_->currentData().toInt());
        (words() ? wordMarks_ : exampleMarks_) = picture_.marks = chosen;
        paper()->update();
    });
    connect(search_, &QLineEdit::textChanged, this, &EmbeddingView::search);
    connect(search_, &QLineEdit::returnPressed, this, &EmbeddingView::pickNextFound);
    ask();
    watch(probe_);
}

void EmbeddingView::makeControls() {
    ControlRow* row = controls();
    layer_ = new LayerChooser(workbench(), hasOutput, row, [](const network::Node& node, const auto&) {
        return node.layer == "embedding" || node.layer == "dense";
    });
    row->add(layer_);
    what_ =
        row->addChoice(tr("Words or examples"),
                       tr("The rows of the embedding matrix, one a word, or this layer's output for whole examples."),
                       {tr("words"), tr("examples")});
    what_->hide();
    method_ =
        row->addChoice(tr("Method"),
                       tr("PCA: the two directions of largest variance, at once and without distortion.\n"
                          "t-SNE: keeps neighbours together and shows groups; distances between groups mean little."),
                       {tr("PCA"), tr("t-SNE")});
    perplexity_ = new QSpinBox(row);
    perplexity_->setRange(5, 100);
    perplexity_->setValue(30);
    perplexity_->setPrefix(tr("perplexity "));
    perplexity_->setAccessibleName(tr("Perplexity"));
    perplexity_->setToolTip(
        tr("About how many neighbours t-SNE tries to keep for every point. Small: fine structure; large: the whole."));
    perplexity_->setKeyboardTracking(false);
    perplexity_->hide();
    row->add(perplexity_);
    part_ =
        row->addChoice(tr("Part of the data"), tr("Dev examples show how what it learned carries over to new ones."),
                       {tr("dev"), tr("train")});
    limit_ = row->addChoice(tr("Number of points"), tr("More points show more, and take longer."),
                            {tr("250 points"), tr("500 points"), tr("1,000 points"), tr("2,000 points")});
    limit_->setCurrentIndex(1);
    marks_ = row->addChoice(tr("Marks"), tr("What stands at each place"), {});
    search_ = new QLineEdit(row);
    search_->setPlaceholderText(tr("Find a word or class"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Find points"));
    search_->setToolTip(
        tr("Points whose word, caption or class contains this stay bright; Enter picks the next of them."));
    search_->setFixedWidth(170);
    row->add(search_);
    QToolButton* all =
        row->addButton(QStringLiteral("fit"), tr("Show everything"), tr("All points (double-click does the same)."));
    connect(all, &QToolButton::clicked, this, &EmbeddingView::fitAll);
    note_ = row->addNote();
}

void EmbeddingView::listenToTheMouse() {
    paper()->doubleClicked = [this](QPointF) { fitAll(); };
    paper()->wheeled = [this](QPointF pixel, double steps) {
        picture_.zoomAt(pixel, steps, paper()->rect());
        paper()->update();
    };
    paper()->pressed = [this](QPointF pixel) {
        pressedAt_ = pixel;
        picture_.startPan(pixel);
        panning_ = true;
        moved_ = false;
    };
    paper()->moved = [this](QPointF pixel) {
        if (panning_) {
            if ((pixel - pressedAt_).manhattanLength() > 4) moved_ = true;
            if (!moved_) return;
            picture_.pan(pixel, paper()->rect());
            paper()->update();
        } else if (const int point = picture_.pointAt(pixel, paper()->rect()); point != picture_.hovered) {
            picture_.hovered = point;
            paper()->update();
        }
    };
    paper()->released = [this](QPointF pixel) {
        panning_ = false;
        if (!moved_) pick(picture_.pointAt(pixel, paper()->rect()));
    };
    paper()->left = [this] {
        picture_.hovered = -1;
        paper()->update();
    };
}

bool EmbeddingView::words() const {
    const network::Node* node = workbench().flatGraph().find(layer_->node());
    return node && node->layer == "embedding" && what_->currentIndex() == 0;
}

void EmbeddingView::forget() {
    worker_.rest();
    task_.reset();
    outputs_.reset();
    points_.clear();
    picture_.hovered = picture_.picked = -1;
    picture_.near.clear();
    picture_.found.clear();
}

void EmbeddingView::ask() {
    const network::Node* node = workbench().flatGraph().find(layer_->node());
    what_->setVisible(node && node->layer == "embedding");
    part_->setVisible(!words());
    fillMarks();
    study::OutputsQuestion question;
    question.node = layer_->node();
    question.part = part_->currentIndex() == 1 ? data::Part::Train : data::Part::Dev;
    if (const data::PreparedPtr prepared = workbench().data(); prepared && prepared->part(question.part).empty())
        question.part = data::Part::Train;
    question.limit = kLimits[std::max(limit_->currentIndex(), 0)];
    question.words = words();
    if (question == probe_->question() && outputs_) return;
    probe_->ask(question);
    forget();
    fitAll();
}

/// Only what there is to choose from: words have no pictures.
void EmbeddingView::fillMarks() {
    const MapPicture::Marks wanted = words() ? wordMarks_ : exampleMarks_;
    const QSignalBlocker blocked(marks_);
    marks_->clear();
    marks_->addItem(tr("dots"), static_cast<int>(MapPicture::Marks::Dots));
    marks_->addItem(words() ? tr("words") : tr("names"), static_cast<int>(MapPicture::Marks::Words));
    if (!words() && pictures_->available())
        marks_->addItem(tr("pictures"), static_cast<int>(MapPicture::Marks::Pictures));
    marks_->setCurrentIndex(std::max(0, marks_->findData(static_cast<int>(wanted))));
    picture_.marks = static_cast<MapPicture::Marks>(marks_->currentData().toInt());
}

void EmbeddingView::work() {
    if (outputs_ && isVisible())
        worker_.work({outputs_, method_->currentIndex() == TsneMap, static_cast<double>(perplexity_->value())});
}

void EmbeddingView::trainerReplaced() {
    forget();
    ask();
    paper()->update();
}

void EmbeddingView::showEvent(QShowEvent* event) {
    PaperView::showEvent(event);
    work();
}

void EmbeddingView::hideEvent(QHideEvent* event) {
    PaperView::hideEvent(event);
    worker_.rest();
    task_.reset();
}

bool EmbeddingView::refresh() {
    if (const auto newer = probe_->answer.newer(seenOutputs_);
        newer && workbench().trainer() && newer->asked == probe_->question()) {
        outputs_ = newer;
        work();
    }
    bool taken = false;
    if (auto newer = worker_.map.newer(seenMap_); newer && outputs_ && newer->outputs->asked == outputs_->asked) {
        take(std::move(newer));
        taken = true;
    }
    const bool moving = points_.glide();
    if (moving) paper()->update();
    return moving || taken;
}

void EmbeddingView::take(std::shared_ptr<const MapWorker::Map> map) {
    if (points_.take(std::move(map))) {
        picture_.picked = -1;
        picture_.near.clear();
        search();
    } else if (picture_.picked >= 0) {
        picture_.near = points_.neighbours(picture_.picked);
    }
    if (points_.map()->tsne)
        setSteadyText(
            *note_, tr("iteration %1, KL %2").arg(points_.map()->iteration).arg(points_.map()->divergence, 0, 'f', 2));
    else if (picture_.found.empty())
        setSteadyText(*note_, tr("%n point(s)", nullptr, static_cast<int>(points_.size())));
    tellProgress();
    paper()->update();
}

/// While training goes on the map follows it without an end; otherwise it is work that one waits for.
void EmbeddingView::tellProgress() {
    const train::Phase phase = workbench().standing().phase;
    const MapWorker::Map& map = *points_.map();
    if (!map.tsne || map.done || phase == train::Phase::Running || phase == train::Phase::Evaluating) {
        task_.reset();
        return;
    }
    if (!task_)
        task_ = workbench().tasks().begin(tr("Laying out the t-SNE map"), [this] {
            worker_.enough();
            task_.reset();
        });
    task_->done = std::min(1.0, static_cast<double>(map.iteration) / MapWorker::kIterations);
}

void EmbeddingView::search() {
    const QString text = search_->text().trimmed();
    picture_.found.clear();
    if (!text.isEmpty() && !points_.empty()) {
        for (int i = 0; i < points_.size(); ++i) picture_.found.push_back(points_.matches(i, text));
        setSteadyText(*note_, tr("%1 found").arg(std::count(picture_.found.begin(), picture_.found.end(), true)));
    }
    paper()->update();
}

void EmbeddingView::pickNextFound() {
    const auto n = static_cast<int>(picture_.found.size());
    for (int step = 1; step <= n; ++step) {
        const int point = (std::max(picture_.picked, 0) + step) % n;
        if (picture_.found[static_cast<std::size_t>(point)]) return pick(point);
    }
}

void EmbeddingView::fitAll() {
    picture_.fitAll();
    paper()->update();
}

void EmbeddingView::pick(int point) {
    picture_.picked = point;
    picture_.near.clear();
    if (point >= 0) {
        picture_.near = points_.neighbours(point);
        if (!points_.areWords()) ExampleFocus::of(workbench()).pick(points_.idOf(point));
    }
    paper()->update();
}

void EmbeddingView::paint(QPainter& painter, const QRectF& area) {
    if (points_.empty()) {
        paintNothing(
            painter, area, QStringLiteral("embedding"), tr("What the network finds alike"),
            outputs_ && !outputs_->note.empty()
                ? QString::fromStdString(outputs_->note)
                : tr("Every example as a point, near those that this layer treats alike. Waiting for the trainer."));
        return;
    }
    painter.setFont(smallFont(painter.font()));
    picture_.paint(painter, area);
    const data::PreparedPtr prepared = workbench().data();
    if (prepared && !points_.areWords()) paintClassLegend(painter, picture_.plot(area), prepared->dataset->info());
}

const Registered<ViewSpec> declared{{
    .id = "embedding",
    .order = 40,
    .title = QT_TRANSLATE_NOOP("View", "Embedding"),
    .meaning = QT_TRANSLATE_NOOP("View", "What a layer finds alike: examples or words on a map, by PCA or t-SNE"),
    .make = makeView<EmbeddingView>,
}};

}  // namespace
}  // namespace perceptarium::ui
