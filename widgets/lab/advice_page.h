// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/advice.h"
#include "widgets/lab/lab_page.h"

#include <optional>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace widgets {

/// The diagnosis in words: each sentence leads to its chart, each recipe into the Recipe stage.
class AdvicePage : public LabPage {
    Q_OBJECT
public:
    AdvicePage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);
    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("advice"); }
    void retranslateUi() override;
    const std::optional<core::stats::Advice>& advice() const { return m_advice; }

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;
    bool dependsOnBorders() const override { return true; }

private:
    void addFinding(const core::stats::Finding& finding);
    void addRecipe(const core::stats::RecipeHint& hint);
    void compose(const std::string& recipe);
    void empty();

    QScrollArea* m_scroll;
    QVBoxLayout* m_list = nullptr;
    std::optional<core::stats::Advice> m_advice;
    QString m_sentence;
};

/// A sentence of advice in the language of the program, its numbers by locale.
QString findingText(const core::stats::Finding& finding);

} // namespace widgets
