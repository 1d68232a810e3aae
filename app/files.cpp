#include "app/files.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>

#include "base/progress.h"
#include "exchange/export.h"
#include "ui/panels/wording.h"
#include "ui/settings_names.h"
#include "ui/shared/engine_words.h"
#include "ui/shared/picture_file.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

constexpr int kMostRecent = 10;

bool trains(const ui::Workbench& workbench) {
    const train::Phase phase = workbench.standing().phase;
    return workbench.trainer() && (phase == train::Phase::Running || phase == train::Phase::Evaluating);
}

QString folder() {
    const QString last = QSettings().value(QLatin1String(ui::settings::kLastFolder)).toString();
    return QDir(last).exists() && !last.isEmpty() ? last : QDir::homePath();
}

/// Long lists are cut: the rest is in the log.
QString some(const std::vector<std::string>& names) {
    QStringList shown;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 12); ++i) shown << ui::qt(names[i]);
    if (names.size() > 12) shown << Files::tr("and %1 more").arg(names.size() - 12);
    return shown.join(QStringLiteral("\n    "));
}

}  // namespace

Files::Files(ui::Workbench& workbench, QWidget* window) : QObject(window), workbench_(workbench), window_(window) {
    askAboutWork = [this](bool training) { return ask(training); };
}

bool Files::report(const Status& status) {
    if (status) return true;
    if (Progress::isCancelled(status.error())) {
        workbench_.say(tr("Cancelled; everything is as it was."));
        return false;
    }
    const QString text = ui::qt(status.error().message());
    workbench_.problem(text);
    QMessageBox::warning(window_, tr("That did not work"), text);
    return false;
}

Files::Answer Files::ask(bool training) {
    QMessageBox box(window_);
    box.setIconPixmap(ui::icon(training ? "training" : "save").pixmap(36, 36));
    const QString name = ui::qt(workbench_.document().name);
    QPushButton *save, *leave;
    if (training) {
        box.setWindowTitle(tr("Training is running"));
        box.setText(tr("“%1” is being trained.").arg(name));
        box.setInformativeText(tr("Its run is recorded either way and can be gone on with later (Runs panel)."));
        save = box.addButton(tr("Pause and save"), QMessageBox::AcceptRole);
        leave = box.addButton(tr("Stop training"), QMessageBox::DestructiveRole);
    } else {
        box.setWindowTitle(tr("Not saved"));
        box.setText(tr("Save the changes to “%1”?").arg(name));
        box.setInformativeText(tr("Network, settings and weights since the last saving would be lost."));
        save = box.addButton(tr("Save"), QMessageBox::AcceptRole);
        leave = box.addButton(tr("Do not save"), QMessageBox::DestructiveRole);
    }
    box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.exec();
    return box.clickedButton() == save ? Answer::Save : box.clickedButton() == leave ? Answer::Leave : Answer::Stay;
}

bool Files::mayLeave() {
    const bool training = trains(workbench_);
    if (!training && !workbench_.isModified()) return true;
    switch (askAboutWork(training)) {
        case Answer::Stay: return false;
        case Answer::Leave:
            if (training) workbench_.stop();
            return true;
        case Answer::Save:
            if (training) workbench_.pause();
            return save();
    }
    return false;
}

void Files::newProject() {
    if (!mayLeave()) return;
    workbench_.newProject();
    emit opened();
}

void Files::open() {
    const QString path = QFileDialog::getOpenFileName(window_, tr("Open a project"), folder(),
                                                      tr("Projects (*.percept *.json);;All files (*)"));
    if (!path.isEmpty()) open(path);
}

bool Files::open(const QString& pathOrName) {
    if (!mayLeave()) return false;
    if (!report(workbench_.open(pathOrName))) return false;
    if (!workbench_.filePath().isEmpty()) remember(workbench_.filePath());
    emit opened();
    return true;
}

bool Files::resumeRun(qint64 run) {
    if (!mayLeave() || !report(workbench_.resumeRun(run))) return false;
    emit opened();
    return true;
}

bool Files::openRun(qint64 run) {
    if (!mayLeave() || !report(workbench_.openRun(run))) return false;
    emit opened();
    return true;
}

bool Files::openBestOfRun(qint64 run) {
    if (!mayLeave() || !report(workbench_.openRun(run, exchange::RecordedWeights::Best))) return false;
    emit opened();
    return true;
}

bool Files::save() { return workbench_.filePath().isEmpty() ? saveAs() : saveTo(workbench_.filePath()); }

bool Files::saveAs() {
    QString path = QFileDialog::getSaveFileName(window_, tr("Save the project"), suggestedPath(QStringLiteral("percept")),
                                                tr("Project with weights and history (*.percept);;Network and settings only (*.json)"));
    if (path.isEmpty()) return false;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".percept");
    return saveTo(path);
}

bool Files::saveTo(const QString& path) {
    if (!report(workbench_.save(path))) return false;
    remember(path);
    return true;
}

void Files::exportModel(const QString& format) {
    for (const exchange::ExportFormat* known : exchange::exportFormats()) {
        if (ui::qt(known->id) != format) continue;
        QString path = QFileDialog::getSaveFileName(window_, tr("Export as %1").arg(ui::engineText(known->title)), suggestedPath(format),
                                                    QStringLiteral("%1 (*.%2)").arg(ui::engineText(known->title), format));
        if (path.isEmpty()) return;
        if (QFileInfo(path).suffix().isEmpty()) path += QLatin1Char('.') + format;
        QSettings().setValue(QLatin1String(ui::settings::kLastFolder), QFileInfo(path).absolutePath());
        report(workbench_.exportModel(path));
    }
}

void Files::importWeights() {
    const QString path = QFileDialog::getOpenFileName(window_, tr("Import weights"), folder(), tr("Weights (*.safetensors)"));
    if (!path.isEmpty()) importWeights(path);
}

void Files::importWeights(const QString& path) {
    const auto report = workbench_.importWeights(path);
    if (!report) {
        this->report(report.error());
        return;
    }
    QStringList text{tr("Tensors that went in by name and shape: %1.").arg(report->matched.size())};
    const auto add = [&text](const QString& title, const std::vector<std::string>& names) {
        if (!names.empty()) text << title + QStringLiteral("\n    ") + some(names);
    };
    add(tr("Matched:"), report->matched);
    add(tr("Another shape, left as it was:"), report->wrongShape);
    add(tr("Not in the file, left as it was:"), report->missing);
    add(tr("In the file, but not in this network:"), report->unused);
    workbench_.say(text.join(QLatin1Char('\n')));
    QMessageBox box(QMessageBox::Information, tr("Weights imported"), text.front(), QMessageBox::Ok, window_);
    box.setInformativeText(text.mid(1).join(QStringLiteral("\n\n")));
    box.exec();
}

void Files::exportPicture(const QString& name, const std::function<Status(const QString&)>& write) {
    QString path = QFileDialog::getSaveFileName(window_, tr("Save a picture of %1").arg(name), folder() + QLatin1Char('/') + name + ".png",
                                                ui::pictureFilters());
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".png");
    QSettings().setValue(QLatin1String(ui::settings::kLastFolder), QFileInfo(path).absolutePath());
    if (report(write(path))) workbench_.say(tr("Saved %1.").arg(path));
}

void Files::exportText(const QString& name, const QString& text) {
    QString path = QFileDialog::getSaveFileName(window_, tr("Save the numbers of %1").arg(name),
                                                folder() + QLatin1Char('/') + name + ".csv", tr("Table (*.csv)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".csv");
    QSettings().setValue(QLatin1String(ui::settings::kLastFolder), QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        report(Error{"the file cannot be written: " + file.errorString().toStdString(), path.toStdString(), {}, {}});
        return;
    }
    workbench_.say(tr("Saved %1.").arg(path));
}

QStringList Files::recent() const {
    QStringList there;
    for (const QString& path : QSettings().value(QLatin1String(ui::settings::kRecentFiles)).toStringList())
        if (QFileInfo::exists(path)) there << path;
    return there;
}

void Files::remember(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = QSettings().value(QLatin1String(ui::settings::kRecentFiles)).toStringList();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    QSettings().setValue(QLatin1String(ui::settings::kRecentFiles), QStringList(paths.mid(0, kMostRecent)));
    QSettings().setValue(QLatin1String(ui::settings::kLastFolder), QFileInfo(absolute).absolutePath());
    emit recentChanged();
}

void Files::forgetRecent() {
    QSettings().remove(QLatin1String(ui::settings::kRecentFiles));
    emit recentChanged();
}

QString Files::suggestedPath(const QString& ending) const {
    if (const QString path = workbench_.filePath(); !path.isEmpty()) {
        const QFileInfo file(path);
        return file.dir().filePath(file.completeBaseName() + QLatin1Char('.') + ending);
    }
    QString name = ui::qt(workbench_.document().name).simplified();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    return QDir(folder()).filePath((name.isEmpty() ? tr("network") : name) + QLatin1Char('.') + ending);
}

}  // namespace perceptarium::app
