#include "app/recovery.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "app/files.h"
#include "app/offer_bar.h"
#include "exchange/project_file.h"
#include "train/run_record.h"
#include "ui/journal.h"
#include "ui/panels/wording.h"
#include "ui/settings_names.h"

namespace perceptarium::app {
namespace {

/// The drawing is the same as its file or as a ready project: a crash took nothing.
bool isKeptElsewhere(const ui::Journal::Left& left) {
    const auto same = [&left](const std::string& pathOrName) {
        const auto kept = exchange::loadProject(pathOrName);
        return kept && kept->document == left.document;
    };
    if (!left.filePath.isEmpty()) return same(left.filePath.toStdString());
    const auto& ready = project::readyProjects();
    return std::any_of(ready.begin(), ready.end(), [&](const project::ReadyProject& each) { return same(each.id); });
}

}  // namespace

Recovery::Recovery(ui::Workbench& workbench, Files& files, OfferBar& bar, QObject* parent)
    : QObject(parent), workbench_(workbench), files_(files), bar_(bar) {}

void Recovery::offer(const QString& journalFolder) {
    offerDrawings(journalFolder);
    offerRun();
}

void Recovery::offerDrawings(const QString& folder) {
    std::vector<project::Document> offered;
    for (const ui::Journal::Left& left : ui::Journal::leftBehind(folder)) {
        if (isKeptElsewhere(left) || std::find(offered.begin(), offered.end(), left.document) != offered.end()) {
            ui::Journal::discard(left);
            continue;
        }
        offered.push_back(left.document);
        const QString when = QFileInfo(left.journal).lastModified().toString(QStringLiteral("d MMM HH:mm"));
        bar_.add({tr("Perceptarium was not closed properly. The drawing “%1” was kept as it was at %2.").arg(left.name, when),
                  tr("Restore"), tr("Discard"),
                  [this, left] {
                      if (!files_.mayLeave()) return;  // it stays on disk and is offered again next time
                      workbench_.restore(left.document, left.filePath);
                      ui::Journal::discard(left);
                      workbench_.say(tr("Restored “%1”.").arg(left.name));
                      emit files_.opened();
                  },
                  [left] { ui::Journal::discard(left); }});
    }
}

void Recovery::offerRun() {
    auto record = train::RunRecord::open(train::standardRecordPath());
    if (!record) {
        workbench_.problem(ui::qt(record.error().message()));
        return;
    }
    const auto runs = (*record)->runs();
    if (!runs) {
        workbench_.problem(ui::qt(runs.error().message()));
        return;
    }
    // Only the newest: older ones are in the runs panel.
    const train::RunSummary* newest = nullptr;
    for (const train::RunSummary& run : *runs)
        if (run.state == train::RunState::Interrupted && (!newest || run.id > newest->id)) newest = &run;
    if (!newest || newest->id <= QSettings().value(QLatin1String(ui::settings::kDeclinedRun), 0).toLongLong()) return;
    const qint64 id = newest->id;
    const auto decline = [id] { QSettings().setValue(QLatin1String(ui::settings::kDeclinedRun), id); };
    bar_.add({tr("The training of “%1” (%2, epoch %3 of %4) was interrupted. Go on exactly where it was?")
                  .arg(ui::qt(newest->project), ui::whenText(newest->started),
                       ui::countText(std::min(newest->epochs + 1, newest->epochsWanted)), ui::countText(newest->epochsWanted)),
              tr("Go on"), tr("Not now"), [this, id] { files_.resumeRun(id); }, decline});
}

}  // namespace perceptarium::app
