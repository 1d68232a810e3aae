#include "ui/views/outcome_list.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/shared/example_focus.h"
#include "ui/views/example_pictures.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostListed = 300;
constexpr int kExample = Qt::UserRole, kPicture = 48;

struct Row {
    std::size_t place = 0;  ///< among the outcomes
    double sure = 0;
};

std::vector<Row> rowsOf(const study::Outcomes& outcomes, ConfusionCell cell) {
    std::vector<Row> rows;
    const std::int32_t* truths = outcomes.targets.data<std::int32_t>();
    for (std::size_t i = 0; i < outcomes.examples.size(); ++i) {
        const bool listed = cell.truth >= 0 ? truths[i] == cell.truth && outcomes.guesses[i] == cell.guess
                                            : truths[i] != outcomes.guesses[i];
        if (listed)
            rows.push_back(
                {i, outcomes.answers.at(static_cast<std::int64_t>(i) * outcomes.classes + outcomes.guesses[i])});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.sure > b.sure; });
    return rows;
}

}  // namespace

OutcomeList::OutcomeList(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      title_(new QLabel(this)),
      list_(new QListWidget(this)),
      pictures_(new ExamplePictures(workbench, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpacing, 0, kSpacing, kSpacing);
    column->setSpacing(kSpacing / 2);
    column->addWidget(title_);
    column->addWidget(list_, 1);
    title_->setWordWrap(true);
    title_->setProperty("role", "secondary");
    list_->setAccessibleName(tr("Examples of the chosen cell"));
    list_->setToolTip(tr("Truth, guess and how sure the network is. Choosing one shows it in the other views."));
    list_->setResizeMode(QListView::Adjust);
    list_->setMovement(QListView::Static);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideRight);
    connect(pictures_, &ExamplePictures::arrived, this, &OutcomeList::showPictures);
    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item) ExampleFocus::of(workbench_).pick(item->data(kExample).toLongLong());
    });
}

void OutcomeList::showExamples(const study::Outcomes* outcomes, ConfusionCell cell) {
    const data::PreparedPtr prepared = workbench_.data();
    std::vector<Row> rows;
    const bool one = cell.truth >= 0;
    if (outcomes && outcomes->classes > 0 && prepared) {
        const data::DatasetInfo& info = prepared->dataset->info();
        rows = rowsOf(*outcomes, cell);
        title_->setText(
            one ? tr("%1 taken for %2: %3, the surest first")
                      .arg(className(info, cell.truth), className(info, cell.guess))
                      .arg(rows.size())
            : rows.empty()
                ? tr("No mistakes among these examples.")
                : tr("%n mistake(s), the surest first. Choose a cell to see only its examples.", nullptr,
                     static_cast<int>(rows.size())));
    } else {
        title_->setText(tr("The mistakes will be listed here."));
    }
    if (rows.size() > kMostListed) rows.resize(kMostListed);
    // Keep the items where nothing changed: the list must not jump under the reader's eyes.
    const QSignalBlocker blocked(list_);
    const bool pictures = pictures_->available();
    list_->setViewMode(pictures ? QListView::IconMode : QListView::ListMode);
    list_->setWordWrap(!pictures);  // a sentence, a row
    list_->setIconSize(pictures ? QSize(kPicture, kPicture) : QSize(0, 0));
    list_->setGridSize(pictures ? QSize(one ? 60 : 92, kPicture + 26) : QSize());
    while (list_->count() > static_cast<int>(rows.size())) delete list_->takeItem(list_->count() - 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QListWidgetItem* item = list_->item(static_cast<int>(row));
        if (!item) item = new QListWidgetItem(list_);
        const data::DatasetInfo& info = prepared->dataset->info();
        const std::size_t at = rows[row].place;
        const std::int64_t example = outcomes->examples[at];
        const QString truth = className(info, outcomes->targets.data<std::int32_t>()[at]);
        const QString guess = className(info, outcomes->guesses[at]);
        const QString sure = tr("%1 %").arg(100 * rows[row].sure, 0, 'f', 0), caption = captionOf(workbench_, example);
        const QString what = one ? sure : tr("%1 → %2  %3").arg(truth, guess, sure);
        item->setData(kExample, QVariant::fromValue<qlonglong>(example));
        item->setText(pictures ? what : what + QStringLiteral("   ") + caption);
        item->setToolTip(tr("%1\ntruth %2, guess %3, %4 sure").arg(caption, truth, guess, sure));
    }
    showPictures();
}

void OutcomeList::showPictures() {
    if (!pictures_->available()) return;
    const QSignalBlocker blocked(list_);
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        const QImage image = pictures_->picture(item->data(kExample).toLongLong());
        if (image.isNull()) continue;
        item->setIcon(QIcon(QPixmap::fromImage(
            image.scaled(kPicture, kPicture, Qt::KeepAspectRatio,
                         image.width() > kPicture ? Qt::SmoothTransformation : Qt::FastTransformation))));
    }
}

}  // namespace perceptarium::ui
