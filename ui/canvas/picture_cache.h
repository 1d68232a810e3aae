// PictureCache: parts of the drawing as pixmaps of the present zoom, so that a pan only copies them. While the zoom changes,
// those of the zoom before stand in, enlarged or shrunk, for as many as one frame has no time to paint; they come sharp in the
// frames after it. When the frame grows long they are scaled in the quickest way, so that it still comes in time.
#pragma once

#include <QCache>
#include <QElapsedTimer>
#include <QPainter>
#include <QPixmap>
#include <QString>
#include <functional>

namespace perceptarium::ui {

class PictureCache {
public:
    PictureCache();

    /// Shows what `paint` paints into `box` (both in the painter's coordinates, which are moved and evenly scaled only).
    /// `version`: pictures of another version are painted anew, whatever the time.
    void draw(QPainter& painter, const QString& key, quint64 version, const QRectF& box, const std::function<void(QPainter&)>& paint);

    /// `hurries`: on the screen, where the next frame can make up for this one; not in a picture that is kept.
    void beginFrame(bool hurries = true, double zoom = 0);
    /// The zoom is changing: what is costly may be painted roughly, for there will be another frame.
    bool isRough() {
        unfinished_ = unfinished_ || zooms_;
        return zooms_;
    }
    /// Something in this frame was shown by a stand-in: another frame is wanted.
    bool unfinished() const { return unfinished_; }
    void forget(const QString& key) { pictures_.remove(key); }
    void forgetAll() { pictures_.clear(); }

private:
    struct Picture {
        QPixmap pixmap;
        double scale = 1;  ///< device pixels per unit
        quint64 version = 0;
    };
    Picture* make(QPainter& like, double zoom, double ratio, const QRectF& box, const std::function<void(QPainter&)>& paint);

    QCache<QString, Picture> pictures_;
    QElapsedTimer frame_;
    double zoom_ = 0;  ///< of the frame before
    bool hurries_ = true, zooms_ = false, unfinished_ = false;
};

}  // namespace perceptarium::ui
