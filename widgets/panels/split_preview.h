// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_store.h"

#include <QFrame>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace widgets {

/// Three shares of one bar: training, validation, test.
class PartBar : public QWidget {
    Q_OBJECT
public:
    explicit PartBar(QWidget* parent = nullptr);
    void setRows(const core::store::PartCounts& rows);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    core::store::PartCounts m_rows{};
};

/// What the parts of a planned split would hold. GUI thread only.
class SplitPreview : public QFrame {
    Q_OBJECT
public:
    explicit SplitPreview(QWidget* parent = nullptr);

    void showCounting();
    void showNumbers(std::vector<core::store::SplitNumbers> numbers);
    /// A reason why nothing can be planned, as a sentence.
    void showProblem(const QString& sentence);
    /// Counting takes long: it is done when asked for.
    void showOffer();
    bool counting() const { return m_counting; }
    QString text() const;
    void retranslateUi();

Q_SIGNALS:
    void countRequested();

private:
    void showTexts();

    QLabel* m_title;
    PartBar* m_bar;
    QLabel* m_text;
    QPushButton* m_count;
    std::vector<core::store::SplitNumbers> m_numbers;
    QString m_problem;
    bool m_counting = false;
};

/// "12 cancelled, 3 without a user": rows in no part, by reason.
QString leftOutText(const core::store::SplitNumbers& numbers);

} // namespace widgets
