#include "ui/data_loader.h"

#include <atomic>
#include <chrono>

namespace perceptarium::ui {
namespace {

Result<data::PreparedPtr> prepareGuarded(const data::DataSettings& settings, const data::DatasetPtr& reuse,
                                         const Progress& progress) {
    try {
        return reuse ? data::prepare(reuse, settings, progress) : data::prepare(settings, progress);
    } catch (const std::bad_alloc&) {
        return Error{"the data does not fit into memory", settings.source, {}, {}};
    } catch (const std::exception& exception) {  // the rim of this thread: our own bugs end here, not the program
        return Error{exception.what(), settings.source, {}, {}};
    }
}

}  // namespace

DataLoader::DataLoader(QObject* parent) : QObject(parent) {}

DataLoader::~DataLoader() { giveUp(); }

void DataLoader::giveUp() {
    ++current_;
    busy_ = false;
    for (Job& job : jobs_) job.thread.request_stop();
}

void DataLoader::reap() {
    jobs_.remove_if([](const Job& job) { return job.done->load(); });
}

void DataLoader::cancel() {
    if (!busy_) return;
    giveUp();
    emit cancelled();
}

void DataLoader::load(const data::DataSettings& settings, data::DatasetPtr reuse) {
    giveUp();
    reap();
    busy_ = true;
    const quint64 mine = current_;
    auto done = std::make_shared<std::atomic<bool>>(false);
    std::jthread thread([this, mine, settings, reuse, done](std::stop_token stop) {
        Progress progress;
        progress.stop = stop;
        // A report is a queued event: at most 30 a second, or the GUI thread would drown in them.
        auto last = std::chrono::steady_clock::time_point{};
        progress.report = [&](double fraction, std::string_view what) {
            const auto now = std::chrono::steady_clock::now();
            if (now - last < std::chrono::milliseconds(33) && fraction < 1) return;
            last = now;
            QMetaObject::invokeMethod(this, [this, mine, fraction, text = QString::fromUtf8(what.data(), what.size())] {
                if (mine == current_) emit this->progress(fraction, text);
            }, Qt::QueuedConnection);
        };
        auto result = prepareGuarded(settings, reuse, progress);
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [this, mine, result = std::move(result)] {
                if (mine != current_) return;
                busy_ = false;
                if (result)
                    emit finished(*result);
                else
                    emit failed(QString::fromStdString(result.error().message()));
            }, Qt::QueuedConnection);
        *done = true;
    });
    jobs_.push_back({std::move(thread), std::move(done)});
}

}  // namespace perceptarium::ui
