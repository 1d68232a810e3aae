#include "ui/views/run_shelf.h"

#include <QDateTime>
#include <QPainter>
#include <QSignalBlocker>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/shared/background.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostRuns = 40;
constexpr int kId = Qt::UserRole;

QString describe(const train::RunSummary& run) {
    QDateTime when = QDateTime::fromString(QString::fromStdString(run.started), Qt::ISODate);
    when.setTimeSpec(Qt::UTC);
    QString text = RunShelf::tr("%1  %2").arg(run.id).arg(QString::fromStdString(run.project));
    if (when.isValid()) text += QStringLiteral("  ") + when.toLocalTime().toString(QStringLiteral("d MMM HH:mm"));
    const train::Metrics& metrics = run.dev.empty() ? run.train : run.dev;
    if (const auto accuracy = metrics.find("accuracy"); accuracy != metrics.end() && std::isfinite(accuracy->second))
        text += QStringLiteral("  %1 %").arg(100 * accuracy->second, 0, 'f', 1);
    else if (const auto loss = metrics.find("loss"); loss != metrics.end())
        text += RunShelf::tr("  loss %1").arg(shortNumber(loss->second));
    return text;
}

QIcon swatch(const QColor& colour) {
    QPixmap picture(14, 14);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(1, 5, 12, 4, 2, 2);
    return QIcon(picture);
}

}  // namespace

RunShelf::RunShelf(std::string recordPath, QWidget* parent) : QListWidget(parent), path_(std::move(recordPath)) {
    setAccessibleName(tr("Earlier runs"));
    setToolTip(tr("Check a run to lay its curves over the present one."));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(true);  // a narrow shelf shows all of a run in two lines
    setResizeMode(QListView::Adjust);
    // The words are as good to click on as the little box, which has changed by itself by the time of the click.
    connect(this, &QListWidget::itemPressed, this, [this](QListWidgetItem* item) { pressed_ = item->checkState(); });
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        if ((item->flags() & Qt::ItemIsUserCheckable) && item->checkState() == pressed_)
            item->setCheckState(pressed_ == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    connect(this, &QListWidget::itemChanged, this, &RunShelf::itemToggled);
}

void RunShelf::reload(std::int64_t current) {
    current_ = current;
    inBackground(
        this,
        [path = path_]() -> std::vector<train::RunSummary> {
            auto record = train::RunRecord::open(path);
            if (!record) return {};
            auto runs = (*record)->runs();
            return runs ? std::move(*runs) : std::vector<train::RunSummary>{};
        },
        [this](const std::vector<train::RunSummary>& runs) { fill(runs); });
}

void RunShelf::fill(const std::vector<train::RunSummary>& runs) {
    std::vector<train::RunSummary> newest(runs);
    std::sort(newest.begin(), newest.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    const QSignalBlocker blocked(this);
    clear();
    for (const train::RunSummary& run : newest) {
        if (run.id == current_ || run.steps == 0) continue;
        if (count() == static_cast<int>(kMostRuns)) break;
        auto* item = new QListWidgetItem(describe(run), this);
        item->setData(kId, QVariant::fromValue<qlonglong>(run.id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setToolTip(tr("%1 steps, %2 of %3 epochs, seed %4. %5")
                             .arg(run.steps)
                             .arg(run.epochs)
                             .arg(run.epochsWanted)
                             .arg(run.seed)
                             .arg(QString::fromStdString(run.reason)));
        const auto known = entries_.find(run.id);
        item->setCheckState(known != entries_.end() ? Qt::Checked : Qt::Unchecked);
        if (known != entries_.end()) item->setIcon(swatch(known->second.colour));
    }
    if (count() == 0) {
        auto* item = new QListWidgetItem(tr("No earlier runs yet"), this);
        item->setFlags(Qt::NoItemFlags);
    }
}

void RunShelf::itemToggled(QListWidgetItem* item) {
    const std::int64_t id = item->data(kId).toLongLong();
    if (id == 0) return;
    if (item->checkState() != Qt::Checked) {
        entries_.erase(id);
        const QSignalBlocker blocked(this);
        item->setIcon({});
        emit chosenChanged();
        return;
    }
    if (entries_.count(id)) return;
    Entry& entry = entries_[id];
    entry.summary.id = id;
    entry.colour = seriesColour(1 + colours_++ % 11);  // 0 is the present run's
    {
        const QSignalBlocker blocked(this);
        item->setIcon(swatch(entry.colour));
    }
    struct Read {
        train::RunSummary summary;
        std::shared_ptr<RunCurves> curves;
    };
    inBackground(
        this,
        [path = path_, id]() -> Read {
            Read read;
            auto record = train::RunRecord::open(path);
            if (!record) return read;
            auto batches = (*record)->batches(id);
            auto epochs = (*record)->epochs(id);
            auto marks = (*record)->marks(id);
            if (auto summary = (*record)->run(id)) read.summary = *summary;
            if (!batches || !epochs || !marks) return read;
            read.curves = std::make_shared<RunCurves>();
            read.curves->append(*batches);
            read.curves->append(*epochs);
            read.curves->append(*marks);
            return read;
        },
        [this, id](const Read& read) {
            const auto found = entries_.find(id);
            if (found == entries_.end() || !read.curves) return;
            found->second.curves = read.curves;
            found->second.summary = read.summary;
            found->second.summary.id = id;
            emit chosenChanged();
        });
}

std::vector<RunShelf::Entry> RunShelf::chosen() const {
    std::vector<Entry> runs;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
        if (entry->second.curves && entry->first != current_) runs.push_back(entry->second);
    return runs;
}

}  // namespace perceptarium::ui
