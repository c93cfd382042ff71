// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/privacy_report_page.h"

#include "core/base/file.h"
#include "core/store/import_privacy.h"
#include "widgets/folders.h"
#include "widgets/panels/privacy_apply_dialog.h"
#include "widgets/panels/privacy_report_text.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <array>

namespace widgets {

using core::store::PrivacyReport;
using core::store::PrivacyReportOptions;

namespace {

constexpr int kGrid = 8;
constexpr std::int64_t kSample = 20'000; ///< texts per column: well under a second
constexpr std::array kIdentifiers{"time:month",    "time:day", "item.category", "item.brand",
                                  "price:step:10", "kind",     "query"};

} // namespace

PrivacyReportPage::PrivacyReportPage(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent),
      m_identifiersLabel(new QLabel),
      m_identifiers(new QLineEdit),
      m_add(new QComboBox),
      m_thresholdLabel(new QLabel),
      m_threshold(new QSpinBox),
      m_run(new QPushButton),
      m_whole(new QPushButton),
      m_export(new QPushButton),
      m_hide(new QPushButton),
      m_text(new QTextBrowser) {
    m_identifiers->setObjectName(QStringLiteral("privacyIdentifiers"));
    m_add->setObjectName(QStringLiteral("privacyAddIdentifier"));
    m_threshold->setObjectName(QStringLiteral("privacyThreshold"));
    m_run->setObjectName(QStringLiteral("privacyRun"));
    m_whole->setObjectName(QStringLiteral("privacyWhole"));
    m_export->setObjectName(QStringLiteral("privacyExport"));
    m_hide->setObjectName(QStringLiteral("privacyHide"));
    m_text->setObjectName(QStringLiteral("privacyReport"));
    m_text->setOpenLinks(false);
    constexpr int kLargest = 10'000, kUsual = 5;
    m_threshold->setRange(2, kLargest);
    m_threshold->setValue(kUsual);
    m_identifiersLabel->setBuddy(m_identifiers);
    m_thresholdLabel->setBuddy(m_threshold);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_identifiersLabel);
    row->addWidget(m_identifiers, 1);
    row->addWidget(m_add);
    row->addWidget(m_thresholdLabel);
    row->addWidget(m_threshold);
    row->addWidget(m_run);
    row->addWidget(m_whole);
    row->addWidget(m_hide);
    row->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(row);
    layout->addWidget(m_text, 1);
    connect(m_run, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_whole, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_identifiers, &QLineEdit::returnPressed, this, [this] { run(false); });
    connect(m_add, &QComboBox::activated, this, &PrivacyReportPage::addIdentifier);
    connect(m_export, &QPushButton::clicked, this, &PrivacyReportPage::askExport);
    connect(m_hide, &QPushButton::clicked, this, &PrivacyReportPage::askHide);
    retranslateUi();
}

QString PrivacyReportPage::title() const {
    return tr("Privacy");
}

QString PrivacyReportPage::help() const {
    return tr("What was collected, what was done to it, what personal data remains, and how many people are alike");
}

bool PrivacyReportPage::settled() const {
    return DataPage::settled() && (!m_job || m_job->isEnded());
}

void PrivacyReportPage::refresh(const core::store::ProjectPtr& project) {
    m_report.reset();
    if (m_job && !project)
        m_job->cancel(); // it reads the project that is being let go
    showReport();
    if (project)
        run(false);
}

void PrivacyReportPage::addIdentifier(int index) {
    if (index <= 0)
        return;
    QStringList names = m_identifiers->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    names << m_add->itemText(index);
    for (QString& name : names)
        name = name.trimmed();
    names.removeDuplicates();
    m_identifiers->setText(names.join(QStringLiteral(", ")));
    m_add->setCurrentIndex(0);
    run(false);
}

void PrivacyReportPage::run(bool whole) {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    PrivacyReportOptions options;
    for (const QString& name : m_identifiers->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            options.quasiIdentifiers.push_back(toStd(name.trimmed()));
    options.threshold = m_threshold->value();
    options.sampleLimit = whole ? 0 : kSample;
    JobRunner::Options job;
    job.title = whole ? tr("Privacy report over every text") : tr("Privacy report");
    job.supersedes = QStringLiteral("privacyReport");
    m_job = workspace().jobs().run<PrivacyReport>(
        job, this,
        [project, options](core::JobContext& context) {
            return core::store::privacyReport(*project, options, context);
        },
        [this](core::Result<PrivacyReport> result) {
            if (result.ok())
                m_report = std::move(*result);
            else
                tell(result.error());
            showReport();
        });
    showReport();
}

void PrivacyReportPage::showReport() {
    if (m_report)
        m_text->setHtml(privacyReportHtml(*m_report));
    else
        m_text->setHtml(m_job && !m_job->isEnded() ? tr("<p>Reading the project…</p>")
                                                   : tr("<p>Open a project to see what of it is personal.</p>"));
    updateControls();
}

core::Status PrivacyReportPage::exportTo(const QString& path) const {
    if (!m_report)
        return core::Error(core::ErrorCode::NoData, "there is no privacy report yet; make one first");
    const std::string text = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)
                                 ? core::dumpJsonPretty(core::store::privacyReportJson(*m_report)) + "\n"
                                 : core::store::privacyReportText(*m_report);
    return core::writeFileAtomically(toStd(path), text);
}

void PrivacyReportPage::askExport() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the privacy report"), inLastFolder(tr("privacy report.txt")),
                                     tr("Text (*.txt);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    const core::Status written = exportTo(path);
    if (written.ok())
        Q_EMIT workspace().message(tr("The privacy report was written to %1.").arg(path), false);
    else
        tell(written.error());
}

void PrivacyReportPage::askHide() {
    if (!workspace().project())
        return;
    if (m_dialog)
        m_dialog->close();
    m_dialog = new PrivacyApplyDialog(this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PrivacyApplyDialog::confirmed, this, [this, dialog = m_dialog.data()] { startHiding(dialog); });
    m_dialog->show();
}

void PrivacyReportPage::startHiding(PrivacyApplyDialog* dialog) {
    using core::store::PrivacyApplied;
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    auto key = std::make_shared<core::store::KeySource>();
    if (dialog->options().needsKey()) {
        key->file = toStd(dialog->keyFile());
        key->passphrase = dialog->passphrase();
    }
    dialog->setBusy(true);
    JobRunner::Options job;
    job.title = tr("Hiding personal data");
    workspace().jobs().run<PrivacyApplied>(
        job, this,
        [project, key, options = dialog->options()](core::JobContext& context) -> core::Result<PrivacyApplied> {
            if (!options.needsKey())
                return core::store::applyPrivacy(*project, options, nullptr, context);
            TL_TRY(const auto usable, core::store::usableKey(project.get(), *key, context));
            return core::store::applyPrivacy(*project, options, &usable, context);
        },
        [this, open = QPointer<PrivacyApplyDialog>(dialog)](core::Result<PrivacyApplied> result) {
            if (!result.ok()) {
                if (open)
                    open->showError(errorText(result.error()));
                tell(result.error());
                return;
            }
            if (open)
                open->close();
            Q_EMIT workspace().message(tr("Hidden: %1 user ids, %2 texts. The old text is gone from the project file.")
                                           .arg(formatInteger(result->users), formatInteger(result->texts)),
                                       false);
            invalidate();
        });
}

void PrivacyReportPage::updateControls() {
    const bool open = workspace().project() != nullptr;
    for (QWidget* control : std::initializer_list<QWidget*>{m_identifiers, m_add, m_threshold, m_run, m_whole})
        control->setEnabled(open);
    m_hide->setEnabled(open && !workspace().project()->readOnly() && (!m_report || m_report->role.empty()));
    m_export->setEnabled(m_report.has_value());
}

void PrivacyReportPage::retranslateUi() {
    m_identifiersLabel->setText(tr("&Alike in:"));
    m_identifiers->setPlaceholderText(tr("time:month, item.category"));
    m_identifiers->setToolTip(tr("Columns of the event log that others may know of a person, coarser if you like: "
                                 "time:month, price:step:10, item.category, extra.Country"));
    m_identifiers->setAccessibleName(tr("Quasi-identifiers"));
    m_add->clear();
    m_add->addItem(tr("Add…"));
    for (const char* name : kIdentifiers)
        m_add->addItem(QLatin1String(name));
    m_add->setAccessibleName(tr("Add a quasi-identifier"));
    m_add->setToolTip(tr("Add a column that others may know of a person"));
    m_thresholdLabel->setText(tr("s&mall below:"));
    m_threshold->setAccessibleName(tr("Groups of fewer users are small"));
    m_threshold->setToolTip(tr("Groups of fewer users count as small"));
    m_run->setText(tr("&Count"));
    m_run->setToolTip(tr("Count how many users are alike in these columns"));
    m_whole->setText(tr("Look at &everything"));
    m_whole->setToolTip(tr("Look for personal data in every text instead of a sample of each column"));
    m_export->setText(tr("E&xport…"));
    m_export->setToolTip(tr("Write the report as text or JSON"));
    m_hide->setText(tr("&Hide…"));
    m_hide->setToolTip(tr("Replace ids by pseudonyms and hide personal data in what is in the project already"));
    for (QPushButton* button : {m_run, m_whole, m_hide, m_export})
        button->setAccessibleName(button->toolTip());
    showReport();
}

} // namespace widgets
