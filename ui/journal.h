// Journal: the document on disk after every edit, so that a crash loses at most one. One small file for each running
// window; a file whose process is gone is what a crash left behind.
#pragma once

#include <QString>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "project/project.h"

namespace perceptarium::ui {

class Journal {
public:
    /// Writes into `folder` under this process's number, and its own within the process.
    explicit Journal(QString folder);
    ~Journal();  ///< a window that ends properly leaves nothing behind

    /// Returns at once; a thread of its own writes (beside, flush, rename). The latest document wins.
    void write(const project::Document& document, const QString& filePath);
    /// Waits until everything is on disk.
    void flush();

    struct Left {
        QString journal;   ///< the file that holds it
        QString filePath;  ///< of the project; empty if it was never saved
        QString name;
        project::Document document;
    };
    /// What crashed windows left in `folder`, newest first. Files that cannot be read are left alone.
    static std::vector<Left> leftBehind(const QString& folder);
    static void discard(const Left& left);
    /// $XDG_DATA_HOME/perceptarium/journal
    static QString standardFolder();

private:
    void run(std::stop_token stop);

    QString path_;
    std::mutex mutex_;
    std::condition_variable_any wake_, written_;
    struct Entry {
        project::Document document;
        QString filePath;
    };
    std::optional<Entry> waiting_;
    bool writing_ = false;
    std::jthread thread_;  // last: joined before what it uses goes
};

}  // namespace perceptarium::ui
