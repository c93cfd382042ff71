// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/sensitivity.h"
#include "widgets/panels/distribution_charts.h"
#include "widgets/shell/sample_project.h"

#include <QTemporaryDir>
#include <QTest>

/// The small sample shop with the support of its items by purchases, for tests of the laboratory.
class LabFixture {
protected:
    void makeShop() {
        QVERIFY(m_folder.isValid());
        core::data::SampleShopConfig config = widgets::shell::smallSampleShop();
        core::JobContext job;
        const auto made = widgets::shell::makeSampleProject(
            m_folder.filePath(QStringLiteral("s.taillight")).toStdString(), config, job);
        QVERIFY2(made.ok(), "the sample shop could not be made");
        m_project = *made;
        core::store::SupportQuery query;
        query.measure = "purchase";
        m_table = *core::store::supportOf(*m_project, query, job);
        m_view.table = m_table;
        m_view.summary = core::stats::summarise(m_table->counts, {});
        m_view.cutOffs = core::stats::cutOffs(m_table->counts, 60);
    }

    QTemporaryDir m_folder;
    core::store::ProjectPtr m_project;
    core::stats::SupportTablePtr m_table;
    widgets::DistributionView m_view;
};
