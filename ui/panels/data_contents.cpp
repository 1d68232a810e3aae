#include "ui/panels/data_contents.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/panels/class_bars.h"
#include "ui/panels/example_reader.h"
#include "ui/panels/example_table.h"
#include "ui/panels/picture_grid.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kAllClasses = -1;

QString summaryOf(const data::Prepared& data) {
    const data::DatasetInfo& info = data.dataset->info();
    QStringList parts{DataContents::tr("%1 example(s)", nullptr, info.size == 1 ? 1 : 2).arg(countText(info.size))};
    switch (info.form) {
        case data::InputForm::Picture: parts << DataContents::tr("%1 pixels").arg(qt(info.input.shape.text())); break;
        case data::InputForm::Text:
            parts << DataContents::tr("up to %1 word(s)", nullptr, info.input.shape.elements() == 1 ? 1 : 2).arg(countText(info.input.shape.elements()))
                  << DataContents::tr("%1 word(s) known", nullptr, info.vocabulary.size() == 1 ? 1 : 2).arg(countText(static_cast<std::int64_t>(info.vocabulary.size())));
            break;
        case data::InputForm::Row:
        case data::InputForm::Point: parts << DataContents::tr("%1 feature(s)", nullptr, info.input.shape.elements() == 1 ? 1 : 2).arg(countText(info.input.shape.elements())); break;
    }
    if (info.target == data::TargetKind::Class)
        parts << DataContents::tr("%1 class(es)", nullptr, info.classes.size() == 1 ? 1 : 2).arg(countText(static_cast<std::int64_t>(info.classes.size())));
    else
        parts << DataContents::tr("predicts %1").arg(info.targets.empty() ? DataContents::tr("a number") : qt(info.targets.front()));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

DataContents::DataContents(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      reader_(new ExampleReader(this)),
      summary_(new QLabel),
      empty_(new QLabel),
      counted_(new QLabel),
      part_(new QComboBox),
      class_(new QComboBox),
      pages_(new QStackedWidget),
      grid_(new PictureGrid(*reader_)),
      table_(new QTableView),
      rows_(new ExampleTable(*reader_, this)),
      bars_(new ClassBars),
      barsArea_(new QScrollArea) {
    summary_->setWordWrap(true);
    summary_->setMinimumWidth(40);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", "secondary");
    counted_->setProperty("role", "secondary");
    part_->addItem(tr("All parts"), -1);
    part_->addItem(tr("Train"), 0);
    part_->addItem(tr("Dev"), 1);
    part_->addItem(tr("Test"), 2);
    part_->setAccessibleName(tr("Part of the set that is shown"));
    part_->setToolTip(tr("Show only the examples of one part"));
    class_->setAccessibleName(tr("Class that is shown"));
    class_->setToolTip(tr("Show only the examples of one class"));
    class_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    class_->setMinimumContentsLength(8);

    table_->setModel(rows_);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setDefaultSectionSize(90);
    table_->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table_->setAccessibleName(tr("Rows of the set"));
    connect(table_->verticalScrollBar(), &QScrollBar::valueChanged, this, &DataContents::tellVisibleRows);
    connect(table_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &DataContents::tellVisibleRows);

    pages_->addWidget(empty_);
    pages_->addWidget(grid_);
    pages_->addWidget(table_);
    pages_->setMinimumHeight(120);
    barsArea_->setWidget(bars_);
    barsArea_->setWidgetResizable(true);
    barsArea_->setFrameShape(QFrame::NoFrame);
    barsArea_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* filters = new QHBoxLayout;
    filters->setSpacing(kSpacing);
    filters->addWidget(part_);
    filters->addWidget(class_);
    filters->addWidget(counted_, 1);
    auto* above = new QWidget;
    auto* aboveLayout = new QVBoxLayout(above);
    aboveLayout->setContentsMargins(0, 0, 0, 0);
    aboveLayout->setSpacing(kSpacing);
    aboveLayout->addLayout(filters);
    aboveLayout->addWidget(pages_, 1);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->addWidget(above);
    halves->addWidget(barsArea_);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 1);
    halves->setSizes({600, 200});
    barsArea_->setMinimumHeight(60);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    layout->addWidget(summary_);
    layout->addWidget(halves, 1);

    connect(&workbench_, &Workbench::dataChanged, this, &DataContents::takeData);
    connect(part_, &QComboBox::currentIndexChanged, this, &DataContents::filter);
    connect(class_, &QComboBox::currentIndexChanged, this, &DataContents::filter);
    connect(bars_, &ClassBars::classRequested, this, &DataContents::showClass);
    connect(reader_, &ExampleReader::failed, &workbench_, &Workbench::problem);
    takeData();
}

void DataContents::takeData() {
    data_ = workbench_.data();
    reader_->setDataset(data_ ? data_->dataset : nullptr);
    const QSignalBlocker quiet(class_);
    const int before = class_->currentData().isValid() ? class_->currentData().toInt() : kAllClasses;
    class_->clear();
    class_->addItem(tr("All classes"), kAllClasses);
    std::vector<ClassCount> counts;
    if (data_) {
        counts = countClasses(*data_);
        for (int i = 0; i < static_cast<int>(counts.size()); ++i) {
            QPixmap dot(10, 10);
            dot.fill(classColour(i));
            class_->addItem(QIcon(dot), counts[static_cast<std::size_t>(i)].name, i);
        }
    }
    class_->setCurrentIndex(std::max(0, class_->findData(before)));
    class_->setVisible(!counts.empty());
    barsArea_->setVisible(!counts.empty());
    bars_->setCounts(std::move(counts));
    summary_->setText(data_ ? summaryOf(*data_) : QString());
    summary_->setVisible(data_ != nullptr);
    filter();
}

void DataContents::filter() {
    shown_.clear();
    if (!data_) {
        empty_->setText(workbench_.isLoading()
                            ? tr("The data are being loaded.")
                            : tr("The examples will appear here when data are loaded: choose a source, or drop a file or folder on "
                                 "the window."));
        pages_->setCurrentWidget(empty_);
        counted_->clear();
        part_->setVisible(false);
        class_->setVisible(false);
        barsArea_->setVisible(false);
        return;
    }
    part_->setVisible(true);
    const int part = part_->currentData().toInt();
    const int wanted = class_->currentData().toInt();
    const auto labels = data_->dataset->labels();
    const auto take = [&](std::int64_t example) {
        if (wanted == kAllClasses || labels.empty() || labels[static_cast<std::size_t>(example)] == wanted) shown_.push_back(example);
    };
    if (part < 0)
        for (std::int64_t i = 0; i < data_->dataset->info().size; ++i) take(i);
    else
        for (const std::int64_t example : data_->part(static_cast<data::Part>(part))) take(example);

    const bool pictures = data_->dataset->info().form == data::InputForm::Picture;
    counted_->setText(tr("%1 shown").arg(countText(static_cast<std::int64_t>(shown_.size()))));
    pages_->setCurrentWidget(pictures ? static_cast<QWidget*>(grid_) : table_);
    if (pictures) {
        grid_->setExamples(shown_);
        return;
    }
    rows_->setExamples(shown_);
    const bool text = data_->dataset->info().form == data::InputForm::Text;
    table_->horizontalHeader()->setStretchLastSection(text);
    tellVisibleRows();
}

void DataContents::tellVisibleRows() {
    const int first = table_->rowAt(0);
    int last = table_->rowAt(table_->viewport()->height() - 1);
    if (last < 0) last = rows_->rowCount() - 1;
    rows_->setVisibleRows(std::max(0, first), std::min(last + 1, std::max(0, first) + 200));
}

void DataContents::showClass(int index) { class_->setCurrentIndex(std::max(0, class_->findData(index))); }

}  // namespace perceptarium::ui
