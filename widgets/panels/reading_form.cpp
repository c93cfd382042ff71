// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/reading_form.h"

#include "core/data/encoding.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>

#include <array>

namespace widgets {

using core::data::ReadOptions;
using core::data::ValueFormat;

namespace {

constexpr int kGrid = 8;
constexpr std::array kFormats{"csv", "jsonl", "json", "xlsx", "parquet"};
constexpr std::array kDelimiters{',', ';', '\t', '|', ' ', ':'};
constexpr std::array kQuotes{'"', '\''};
constexpr std::array kZones{
    "UTC",          "Asia/Shanghai",    "Asia/Tokyo",        "Asia/Kolkata",       "Europe/London",
    "Europe/Paris", "America/New_York", "America/Sao_Paulo", "America/Los_Angeles"};

/// The first entry of every choice: what was found, empty data.
void setFirst(QComboBox* box, const QString& found) {
    box->setItemText(0, found);
}

void choose(QComboBox* box, const QString& data) {
    const int index = box->findData(data);
    if (index >= 0)
        box->setCurrentIndex(index);
    else if (!data.isEmpty()) { // typed, or of a profile: a zone or delimiter that few files have
        box->addItem(data, data);
        box->setCurrentIndex(box->count() - 1);
    } else
        box->setCurrentIndex(0);
}

QString chosen(const QComboBox* box) {
    if (box->isEditable() && box->findText(box->currentText()) < 0)
        return box->currentText().trimmed();
    return box->currentData().toString();
}

/// A quote as the data of its entry: no quote at all is a word, since an empty text stands for what was found.
constexpr QLatin1String kNoQuote("none");

QString quoteData(const std::optional<char>& quote) {
    if (!quote)
        return {};
    return *quote == '\0' ? QString(kNoQuote) : QString(QLatin1Char(*quote));
}

QString joined(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts)
        list << toQString(text);
    return list.join(QStringLiteral(", "));
}

} // namespace

ReadingForm::ReadingForm(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(3 * kGrid);
    m_left = new QFormLayout;
    m_right = new QFormLayout;
    for (QFormLayout* form : {m_left, m_right}) {
        form->setSpacing(kGrid);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        layout->addLayout(form, 1);
    }
    m_target = m_left;
    m_format = addChoice("readFormat");
    m_encoding = addChoice("importEncoding");
    m_delimiter = addChoice("importDelimiter");
    m_quote = addChoice("readQuote");
    m_header = addChoice("readHeader");
    m_sheet = addChoice("readSheet", true);
    m_target = m_right;
    m_member = addText("readMember");
    m_decimal = addChoice("readDecimal");
    m_order = addChoice("readOrder");
    m_zone = addChoice("readZone", true);
    m_nulls = addText("readNulls");
    fillChoices();
    retranslateUi();
}

QComboBox* ReadingForm::addChoice(const char* name, bool editable) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setEditable(editable);
    if (editable)
        box->setInsertPolicy(QComboBox::NoInsert);
    auto* label = new QLabel;
    label->setBuddy(box);
    m_target->addRow(label, box);
    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT changed();
    };
    connect(box, &QComboBox::activated, this, tell);
    if (editable)
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, [this, box, tell] {
            if (box->findText(box->currentText()) < 0)
                tell();
        });
    return box;
}

QLineEdit* ReadingForm::addText(const char* name) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    auto* label = new QLabel;
    label->setBuddy(edit);
    m_target->addRow(label, edit);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        // Leaving the field unchanged reads nothing anew.
        if (!edit->isModified() || m_filling)
            return;
        edit->setModified(false);
        Q_EMIT changed();
    });
    return edit;
}

void ReadingForm::fillChoices() {
    m_filling = true;
    for (QComboBox* box : {m_format, m_encoding, m_delimiter, m_quote, m_header, m_sheet, m_decimal, m_order, m_zone})
        box->addItem(QString(), QString());
    for (const char* format : kFormats)
        m_format->addItem(QString::fromLatin1(format).toUpper(), QString::fromLatin1(format));
    for (const std::string& encoding : core::data::encodingNames())
        m_encoding->addItem(toQString(encoding), toQString(encoding));
    for (const char delimiter : kDelimiters)
        m_delimiter->addItem(QString(), QString(QLatin1Char(delimiter)));
    for (const char quote : kQuotes)
        m_quote->addItem(QString(QLatin1Char(quote)), QString(QLatin1Char(quote)));
    m_quote->addItem(QString(), QString(kNoQuote));
    m_header->addItem(QString(), QStringLiteral("yes"));
    m_header->addItem(QString(), QStringLiteral("no"));
    m_decimal->addItem(QString(), QStringLiteral("."));
    m_decimal->addItem(QString(), QStringLiteral(","));
    m_order->addItem(QString(), QStringLiteral("day"));
    m_order->addItem(QString(), QStringLiteral("month"));
    for (const char* zone : kZones)
        m_zone->addItem(QString::fromLatin1(zone), QString::fromLatin1(zone));
    m_filling = false;
}

void ReadingForm::setOptions(const ReadOptions& wanted, const ReadOptions& found) {
    m_filling = true;
    m_found = found;
    const auto character = [](const std::optional<char>& one) { return one ? QString(QLatin1Char(*one)) : QString(); };
    choose(m_format, toQString(wanted.format));
    choose(m_encoding, toQString(wanted.encoding));
    choose(m_delimiter, character(wanted.delimiter));
    choose(m_quote, quoteData(wanted.quote));
    choose(m_header, wanted.header ? (*wanted.header ? QStringLiteral("yes") : QStringLiteral("no")) : QString());
    choose(m_sheet, toQString(wanted.sheet));
    m_member->setText(toQString(wanted.member));
    const ValueFormat values = wanted.values.value_or(ValueFormat());
    choose(m_decimal, wanted.values ? QString(QLatin1Char(values.decimal)) : QString());
    choose(m_order, wanted.values ? (values.dayFirst ? QStringLiteral("day") : QStringLiteral("month")) : QString());
    choose(m_zone, wanted.values ? toQString(values.timeZone) : QString());
    m_nulls->setText(wanted.values ? joined(values.nullTexts) : QString());
    m_filling = false;
    showFound();
}

void ReadingForm::setSheets(const std::vector<std::string>& sheets) {
    m_filling = true;
    while (m_sheet->count() > 1)
        m_sheet->removeItem(1);
    for (const std::string& sheet : sheets)
        m_sheet->addItem(toQString(sheet), toQString(sheet));
    m_filling = false;
}

bool ReadingForm::valuesFixed() const {
    return !chosen(m_decimal).isEmpty() || !chosen(m_order).isEmpty() || !chosen(m_zone).isEmpty() ||
           !m_nulls->text().trimmed().isEmpty();
}

ReadOptions ReadingForm::wanted() const {
    ReadOptions wanted;
    const auto character = [](const QComboBox* box) -> std::optional<char> {
        const QString text = chosen(box);
        return text.isEmpty() ? std::nullopt : std::optional(text.at(0).toLatin1());
    };
    wanted.format = toStd(chosen(m_format));
    wanted.encoding = toStd(chosen(m_encoding));
    wanted.delimiter = character(m_delimiter);
    wanted.quote = chosen(m_quote) == kNoQuote ? std::optional('\0') : character(m_quote);
    if (const QString header = chosen(m_header); !header.isEmpty())
        wanted.header = header == QLatin1String("yes");
    wanted.sheet = toStd(chosen(m_sheet));
    wanted.member = toStd(m_member->text().trimmed());
    if (!valuesFixed())
        return wanted;
    ValueFormat values = m_found.values.value_or(ValueFormat());
    if (const QString decimal = chosen(m_decimal); !decimal.isEmpty())
        values.decimal = decimal.at(0).toLatin1();
    if (const QString order = chosen(m_order); !order.isEmpty())
        values.dayFirst = order == QLatin1String("day");
    if (const QString zone = chosen(m_zone); !zone.isEmpty())
        values.timeZone = toStd(zone);
    if (const QString nulls = m_nulls->text().trimmed(); !nulls.isEmpty()) {
        values.nullTexts.clear();
        for (const QString& text : nulls.split(QLatin1Char(','), Qt::SkipEmptyParts))
            values.nullTexts.push_back(toStd(text.trimmed()));
    }
    wanted.values = std::move(values);
    return wanted;
}

void ReadingForm::showFound() {
    const auto found = [](const QString& what) {
        return what.isEmpty() ? tr("as found") : tr("as found: %1").arg(what);
    };
    const ValueFormat values = m_found.values.value_or(ValueFormat());
    setFirst(m_format, found(toQString(m_found.format).toUpper()));
    setFirst(m_encoding, found(toQString(m_found.encoding)));
    setFirst(m_delimiter, found(m_found.delimiter ? characterTitle(*m_found.delimiter) : QString()));
    setFirst(m_quote, found(m_found.quote == '\0' ? tr("none") : quoteData(m_found.quote)));
    setFirst(m_header,
             found(m_found.header ? (*m_found.header ? tr("first row has names") : tr("no names")) : QString()));
    setFirst(m_decimal, found(values.decimal == ',' ? tr("comma") : tr("point")));
    setFirst(m_order, found(values.dayFirst ? tr("day first") : tr("month first")));
    setFirst(m_zone, found(toQString(values.timeZone)));
    m_nulls->setPlaceholderText(joined(values.nullTexts));
    setFirst(m_sheet, found(m_found.sheet.empty() ? tr("the first one") : toQString(m_found.sheet)));
    m_member->setPlaceholderText(m_found.member.empty() ? tr("the only one") : toQString(m_found.member));
    const bool csv = m_found.format.empty() || m_found.format == "csv";
    for (QWidget* field : std::initializer_list<QWidget*>{m_delimiter, m_quote})
        field->setEnabled(csv);
    m_encoding->setEnabled(m_found.format != "xlsx" && m_found.format != "parquet");
    m_header->setEnabled(csv || m_found.format == "xlsx");
    m_sheet->setEnabled(m_found.format == "xlsx");
}

void ReadingForm::retranslateUi() {
    m_filling = true;
    const auto label = [](QFormLayout* form, QWidget* field, const QString& text, const QString& tip) {
        if (auto* one = qobject_cast<QLabel*>(form->labelForField(field)))
            one->setText(text);
        field->setToolTip(tip);
        field->setAccessibleName(QString(text).remove(QLatin1Char(':')));
    };
    label(m_left, m_format, tr("Format:"), tr("What kind of file this is"));
    label(m_left, m_encoding, tr("Encoding:"), tr("How its text is written; found from the whole file"));
    label(m_left, m_delimiter, tr("Delimiter:"), tr("What parts the columns"));
    label(m_left, m_quote, tr("Quote:"), tr("What encloses values with a delimiter or line break"));
    label(m_left, m_header, tr("Header:"), tr("Whether the first row names the columns"));
    label(m_left, m_sheet, tr("Sheet:"), tr("Sheet of a workbook: its name, or its number from 1"));
    label(m_right, m_member, tr("File in the archive:"), tr("Which file of a .zip"));
    label(m_right, m_decimal, tr("Decimal sign:"), tr("1.5 or 1,5"));
    label(m_right, m_order, tr("Dates:"), tr("Whether 03/04/2011 is 3 April or March 4"));
    label(m_right, m_zone, tr("Time zone:"), tr("Of times that name none: a name such as Asia/Shanghai, or +08:00"));
    label(m_right, m_nulls, tr("Stands for nothing:"), tr("Unquoted texts that mean “no value”, parted by commas"));
    for (int i = 0; i < static_cast<int>(kDelimiters.size()); ++i)
        m_delimiter->setItemText(i + 1, characterTitle(kDelimiters[static_cast<std::size_t>(i)]));
    m_quote->setItemText(m_quote->findData(QString(kNoQuote)), tr("none"));
    m_header->setItemText(1, tr("first row has names"));
    m_header->setItemText(2, tr("no names"));
    m_decimal->setItemText(1, tr("point"));
    m_decimal->setItemText(2, tr("comma"));
    m_order->setItemText(1, tr("day first"));
    m_order->setItemText(2, tr("month first"));
    m_filling = false;
    showFound();
}

QString characterTitle(char character) {
    switch (character) {
    case ',':
        return ReadingForm::tr("comma ,");
    case ';':
        return ReadingForm::tr("semicolon ;");
    case '\t':
        return ReadingForm::tr("tab");
    case '|':
        return ReadingForm::tr("bar |");
    case ' ':
        return ReadingForm::tr("space");
    case ':':
        return ReadingForm::tr("colon :");
    default:
        return QString(QLatin1Char(character));
    }
}

} // namespace widgets
