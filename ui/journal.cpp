#include "ui/journal.h"

#include <signal.h>
#include <unistd.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <atomic>
#include <cerrno>

#include "exchange/project_file.h"
#include "train/run_record.h"

namespace perceptarium::ui {
namespace {

bool isAlive(qint64 process) { return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM; }

}  // namespace

Journal::Journal(QString folder) {
    QDir().mkpath(folder);
    static std::atomic<int> windows = 0;  // of this process
    path_ = QDir(folder).filePath(QStringLiteral("%1-%2.json").arg(::getpid()).arg(++windows));
    thread_ = std::jthread([this](std::stop_token stop) { run(stop); });
}

Journal::~Journal() {
    thread_.request_stop();
    wake_.notify_all();
    thread_.join();
    QFile::remove(path_);
}

void Journal::write(const project::Document& document, const QString& filePath) {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = Entry{document, filePath};
    }
    wake_.notify_all();
}

void Journal::flush() {
    std::unique_lock lock(mutex_);
    written_.wait(lock, [this] { return !waiting_ && !writing_; });
}

void Journal::run(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
        const Entry entry = std::move(*waiting_);
        waiting_.reset();
        writing_ = true;
        lock.unlock();
        QJsonObject json;
        json["file"] = entry.filePath;
        json["document"] = QString::fromStdString(exchange::documentText(entry.document));
        QSaveFile file(path_);  // a journal that cannot be written must not disturb the work
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
            file.commit();
        }
        lock.lock();
        writing_ = false;
        written_.notify_all();
    }
}

std::vector<Journal::Left> Journal::leftBehind(const QString& folder) {
    std::vector<Left> found;
    for (const QFileInfo& info : QDir(folder).entryInfoList({"*.json"}, QDir::Files, QDir::Time)) {
        bool isNumber = false;
        const qint64 process = info.completeBaseName().section(QLatin1Char('-'), 0, 0).toLongLong(&isNumber);
        if (!isNumber || isAlive(process)) continue;
        QFile file(info.filePath());
        if (info.size() > 64 * 1024 * 1024 || !file.open(QIODevice::ReadOnly)) continue;
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        auto document = exchange::documentFromText(json["document"].toString().toStdString(), info.fileName().toStdString());
        if (!document) continue;
        const QString name = QString::fromStdString(document->name);
        found.push_back({info.filePath(), json["file"].toString(), name, std::move(*document)});
    }
    return found;
}

void Journal::discard(const Left& left) { QFile::remove(left.journal); }

QString Journal::standardFolder() {
    const QFileInfo record(QString::fromStdString(train::standardRecordPath()));
    return record.dir().filePath("journal");
}

}  // namespace perceptarium::ui
