// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/mapping_form.h"

#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <array>

namespace widgets {

using core::data::SourceKind;
using core::store::DuplicatePolicy;

namespace {

constexpr int kGrid = 8;
constexpr int kPerLine = 3; ///< fields beside each other
// The first is the default for its kind of file.
constexpr std::array kCataloguePolicies{DuplicatePolicy::Merge, DuplicatePolicy::Keep, DuplicatePolicy::Drop};
constexpr std::array kLogPolicies{DuplicatePolicy::Keep, DuplicatePolicy::Drop};

} // namespace

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent),
      m_grid(new QGridLayout(this)),
      m_duplicatesLabel(new QLabel(this)),
      m_duplicates(new QComboBox(this)),
      m_keepExtra(new QCheckBox(this)) {
    m_duplicates->setObjectName(QStringLiteral("importDuplicates"));
    m_duplicatesLabel->setBuddy(m_duplicates);
    m_keepExtra->setObjectName(QStringLiteral("importKeepExtra"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGrid);
    for (int i = 0; i < kPerLine; ++i)
        m_grid->setColumnStretch(2 * i + 1, 1);
    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(m_duplicates, &QComboBox::currentIndexChanged, this, tell);
    connect(m_keepExtra, &QCheckBox::toggled, this, tell);
    retranslateUi();
    setFile({});
}

void MappingForm::place(int position, QLabel* label, QWidget* field) {
    const int line = position / kPerLine, column = 2 * (position % kPerLine);
    m_grid->addWidget(label, line, column);
    m_grid->addWidget(field, line, column + 1);
}

void MappingForm::setFile(const ImportFile& file) {
    m_filling = true;
    m_columns = file.preview.header;
    m_kind = file.kind;
    for (const Row& row : m_rows) {
        delete row.label;
        delete row.combo;
    }
    m_rows.clear();
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_duplicatesLabel, m_duplicates, m_keepExtra})
        m_grid->removeWidget(widget);
    int position = 0;
    QWidget* before = nullptr;
    for (const core::data::FieldInfo& field : core::data::fieldsOf(m_kind)) {
        Row row{field, new QLabel(this), new QComboBox(this)};
        row.combo->setObjectName(QStringLiteral("map_%1").arg(toQString(field.name)));
        row.combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row.label->setBuddy(row.combo);
        row.combo->addItem(QString());
        for (const std::string& column : m_columns)
            row.combo->addItem(toQString(column));
        if (const auto found = file.mapping.find(field.name); found != file.mapping.end())
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                if (m_columns[i] == found->second)
                    row.combo->setCurrentIndex(static_cast<int>(i) + 1);
        connect(row.combo, &QComboBox::currentIndexChanged, this, &MappingForm::edited);
        place(position++, row.label, row.combo);
        if (before != nullptr)
            setTabOrder(before, row.combo);
        before = row.combo;
        m_rows.push_back(row);
    }
    const bool choice = m_kind == SourceKind::Catalogue || m_kind == SourceKind::Log;
    m_duplicatesLabel->setVisible(choice);
    m_duplicates->setVisible(choice);
    if (choice)
        place(position++, m_duplicatesLabel, m_duplicates);
    m_grid->addWidget(m_keepExtra, (position + kPerLine - 1) / kPerLine, 0, 1, 2 * kPerLine);
    m_keepExtra->setChecked(file.keepExtra);
    addChoices();
    m_duplicates->setCurrentIndex(0);
    if (file.duplicates)
        for (int i = 0; i < m_duplicates->count(); ++i)
            if ((m_kind == SourceKind::Catalogue ? kCataloguePolicies[static_cast<std::size_t>(i)]
                                                 : kLogPolicies[static_cast<std::size_t>(i)]) == *file.duplicates)
                m_duplicates->setCurrentIndex(i);
    m_filling = false;
    showOrigins(file);
    retranslateUi();
}

core::data::Mapping MappingForm::mapping() const {
    core::data::Mapping mapping;
    for (const Row& row : m_rows)
        if (const int index = row.combo->currentIndex(); index > 0)
            mapping[row.field.name] = m_columns[static_cast<std::size_t>(index) - 1];
    return mapping;
}

std::optional<DuplicatePolicy> MappingForm::duplicates() const {
    const auto index = static_cast<std::size_t>(qMax(0, m_duplicates->currentIndex()));
    if (m_kind == SourceKind::Catalogue)
        return kCataloguePolicies[index];
    if (m_kind == SourceKind::Log)
        return kLogPolicies[index];
    return {};
}

bool MappingForm::keepExtra() const {
    return m_keepExtra->isChecked();
}

void MappingForm::showOrigins(const ImportFile& file) {
    for (Row& row : m_rows) {
        row.by = mappedBy(file, row.field.name);
        showLabel(row);
    }
}

void MappingForm::showLabel(const Row& row) const {
    const QString name = coreText("Field", row.field.title);
    QString text = row.field.required ? tr("%1 *").arg(name) : name;
    QString how;
    switch (row.by) {
    case MappedBy::Nothing:
        break;
    case MappedBy::Name:
        how = tr("The column was recognised by its name: sure.");
        break;
    case MappedBy::Contents:
        text = tr("%1 (?)").arg(text);
        how = tr("The column was guessed from its name and contents: have a look.");
        break;
    case MappedBy::User:
        how = tr("The column was chosen by you or by a profile.");
        break;
    }
    row.label->setText(text);
    const QString help = coreText("Field", row.field.help);
    const QString tip = how.isEmpty() ? help : help + QLatin1Char('\n') + how;
    row.combo->setToolTip(tip);
    row.label->setToolTip(tip);
}

void MappingForm::addChoices() {
    const QSignalBlocker block(m_duplicates);
    const int policy = qMax(0, m_duplicates->currentIndex());
    m_duplicates->clear();
    if (m_kind == SourceKind::Catalogue)
        m_duplicates->addItems(
            {tr("later row completes the earlier"), tr("reject the later row"), tr("leave out the later row")});
    else
        m_duplicates->addItems({tr("import all"), tr("leave out repetitions")});
    m_duplicates->setCurrentIndex(qMin(policy, m_duplicates->count() - 1));
}

void MappingForm::retranslateUi() {
    for (const Row& row : m_rows) {
        const QString name = coreText("Field", row.field.title);
        showLabel(row);
        row.combo->setAccessibleName(row.field.required ? tr("Column for %1, required").arg(name)
                                                        : tr("Column for %1").arg(name));
        row.combo->setItemText(0, row.field.required ? tr("(choose a column)") : tr("(not in the file)"));
    }
    m_duplicatesLabel->setText(tr("Repeated rows"));
    m_duplicates->setAccessibleName(tr("What to do with repeated rows"));
    m_duplicates->setToolTip(tr("Catalogue: rows with an id seen before. Log: rows equal in every mapped field."));
    m_keepExtra->setText(tr("Keep columns without a field with each row"));
    m_keepExtra->setAccessibleName(m_keepExtra->text());
    m_keepExtra->setToolTip(tr("They can be filtered, shown and used as groups later"));
    addChoices();
}

void MappingForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
