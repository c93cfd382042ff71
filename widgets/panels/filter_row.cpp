// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/filter_row.h"

#include "core/select/filter_rules.h"
#include "widgets/panels/filter_row_text.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <tuple>

namespace widgets {

using core::select::Filter;
using core::select::FilterOp;
using core::select::FilterType;
using core::select::FilterValue;

namespace {

constexpr int kAttributeRole = Qt::UserRole + 1;

QLineEdit* valueEdit(const char* name) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setClearButtonEnabled(true);
    return edit;
}

} // namespace

FilterRow::FilterRow(const FilterFields& fields, QWidget* parent)
    : QWidget(parent),
      m_fields(fields),
      m_column(new QComboBox),
      m_operator(new QComboBox),
      m_choice(new QComboBox),
      m_value(valueEdit("filterValue")),
      m_and(new QLabel),
      m_upper(valueEdit("filterUpper")),
      m_exactly(new QToolButton),
      m_expression(valueEdit("filterExpression")),
      m_remove(new QToolButton) {
    m_column->setObjectName(QStringLiteral("filterColumn"));
    m_operator->setObjectName(QStringLiteral("filterOperator"));
    m_choice->setObjectName(QStringLiteral("filterChoice"));
    m_exactly->setObjectName(QStringLiteral("filterExactly"));
    m_exactly->setText(QStringLiteral("Aa"));
    m_exactly->setCheckable(true);
    m_remove->setObjectName(QStringLiteral("filterRemove"));
    m_remove->setText(QStringLiteral("×"));
    setFocusProxy(m_column);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_column, 2);
    layout->addWidget(m_operator, 1);
    layout->addWidget(m_choice, 3);
    layout->addWidget(m_value, 3);
    layout->addWidget(m_and);
    layout->addWidget(m_upper, 3);
    layout->addWidget(m_exactly);
    layout->addWidget(m_expression, 1);
    layout->addStretch(0);
    layout->addWidget(m_remove);
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        fillOperators();
        change();
    });
    connect(m_operator, &QComboBox::currentIndexChanged, this, &FilterRow::change);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FilterRow::change);
    connect(m_exactly, &QToolButton::toggled, this, &FilterRow::change);
    for (QLineEdit* edit : {m_value, m_upper, m_expression})
        connect(edit, &QLineEdit::textEdited, this, &FilterRow::change);
    connect(m_remove, &QToolButton::clicked, this, &FilterRow::removeRequested);
    m_filling = true;
    fillColumns();
    m_filling = false;
    fillOperators();
    retranslateUi();
    showEditors();
}

void FilterRow::fillColumns() {
    for (std::size_t i = 0; i < m_fields.columns.columns.size(); ++i) {
        const std::string& name = m_fields.columns.columns[i].name;
        m_column->addItem(m_fields.titles[i], toQString(name));
    }
    for (const std::string& name : m_fields.attributes) {
        m_column->addItem(toQString(name), toQString(name));
        m_column->setItemData(m_column->count() - 1, true, kAttributeRole);
    }
}

const core::select::FilterColumn* FilterRow::column() const {
    if (m_column->currentData(kAttributeRole).toBool())
        return nullptr;
    return m_fields.columns.find(toStd(m_column->currentData().toString()));
}

std::optional<FilterType> FilterRow::type() const {
    const core::select::FilterColumn* const found = column();
    return found == nullptr ? std::nullopt : std::optional(found->type);
}

void FilterRow::fillOperators() {
    const QSignalBlocker blocker(m_operator);
    const QVariant old = m_operator->currentData();
    m_operator->clear();
    for (const FilterOperator& one : filterOperators())
        if (core::select::goesWith(one.op, type().value_or(FilterType::Text)))
            m_operator->addItem(filterOperatorText(one), operatorKey(one.op, one.negated));
    m_operator->setCurrentIndex(std::max(0, m_operator->findData(old)));
    const QSignalBlocker choices(m_choice);
    const QVariant oldChoice = m_choice->currentData();
    m_choice->clear();
    if (type() == FilterType::Boolean) {
        m_choice->addItem(tr("yes"), QStringLiteral("yes"));
        m_choice->addItem(tr("no"), QStringLiteral("no"));
    } else if (type() == FilterType::Choice) {
        for (const std::string& one : column()->choices)
            m_choice->addItem(coreText("Browse", one), toQString(one));
    }
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(oldChoice)));
}

std::pair<FilterOp, bool> FilterRow::chosenOperator() const {
    return operatorOfKey(m_operator->currentData().toInt());
}

void FilterRow::showEditors() {
    const FilterOp op = chosenOperator().first;
    const bool list = type() == FilterType::Boolean || type() == FilterType::Choice;
    const bool value = !m_isExpression && op != FilterOp::Missing;
    const bool text = type().value_or(FilterType::Text) == FilterType::Text;
    m_column->setVisible(!m_isExpression);
    m_operator->setVisible(!m_isExpression);
    m_choice->setVisible(value && list && op != FilterOp::In);
    m_value->setVisible(value && (!list || op == FilterOp::In));
    m_and->setVisible(value && op == FilterOp::Between);
    m_upper->setVisible(value && op == FilterOp::Between);
    m_exactly->setVisible(value && text);
    m_expression->setVisible(m_isExpression);
    m_value->setPlaceholderText(filterValueHint(type(), op));
    m_upper->setPlaceholderText(filterValueHint(type(), op));
}

void FilterRow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showEditors();
}

void FilterRow::change() {
    if (m_filling)
        return;
    showEditors();
    const bool right = filter().has_value();
    // Not while it is still empty: nothing is wrong with what nobody has written yet.
    const QString note =
        right || (m_value->text().isEmpty() && !m_isExpression) ? QString() : tr("This value does not fit the column.");
    for (QLineEdit* edit : {m_value, m_upper, m_expression}) {
        QPalette colors = palette();
        if (!note.isEmpty())
            colors.setColor(QPalette::Text, QColor(0xD0, 0x3B, 0x3B));
        edit->setPalette(colors);
        edit->setToolTip(note);
        edit->setAccessibleDescription(note);
    }
    Q_EMIT edited();
}

std::optional<FilterValue> FilterRow::valueOf(const QString& text) const {
    FilterValue value;
    const std::string written = toStd(text);
    if (!type()) // an attribute: a bare number is meant as one, as in the expression
        return attributeValue(written, chosenOperator().first);
    value.type = *type();
    value.text = written;
    switch (value.type) {
    case FilterType::Number: {
        const auto number = core::select::parseFilterNumber(written);
        value.text.clear();
        value.number = number.value_or(0);
        return number ? std::optional(value) : std::nullopt;
    }
    case FilterType::Time:
        return core::select::parseFilterTime(written);
    case FilterType::Boolean:
        value.text.clear();
        value.number = written == "yes" ? 1 : 0;
        return value;
    case FilterType::Choice:
        for (const std::string& choice : column()->choices)
            if (core::select::lowerAscii(choice) == core::select::lowerAscii(written)) {
                value.text = choice;
                return value;
            }
        return std::nullopt;
    case FilterType::Text:
        break;
    }
    return value;
}

std::optional<std::vector<FilterValue>> FilterRow::values() const {
    std::vector<FilterValue> list;
    const FilterOp op = chosenOperator().first;
    if (op == FilterOp::Missing)
        return list;
    std::vector<QString> texts{m_value->text()};
    if (op == FilterOp::In)
        texts = splitValueList(m_value->text(), !type());
    else if (op == FilterOp::Between)
        texts.push_back(m_upper->text());
    else if (type() == FilterType::Boolean || type() == FilterType::Choice)
        texts = {m_choice->currentData().toString()};
    for (const QString& text : texts) {
        // An empty text would hold for everything, or for nothing: nobody means that.
        auto value = text.isEmpty() ? std::nullopt : valueOf(text);
        if (!value || (!list.empty() && list.front().type != value->type))
            return std::nullopt;
        list.push_back(std::move(*value));
    }
    return list.empty() ? std::nullopt : std::optional(std::move(list));
}

std::optional<Filter> FilterRow::filter() const {
    if (m_isExpression) {
        core::select::ParsedFilter parsed = core::select::parseFilter(toStd(m_expression->text()), m_fields.columns);
        const bool nothing = parsed.filter.kind == Filter::Kind::All;
        return parsed.ok() && !nothing ? std::optional(std::move(parsed.filter)) : std::nullopt;
    }
    auto list = values();
    if (!list)
        return std::nullopt;
    Filter test;
    test.kind = Filter::Kind::Test;
    test.column = toStd(m_column->currentData().toString());
    test.attribute = m_column->currentData(kAttributeRole).toBool();
    std::tie(test.op, test.negated) = chosenOperator();
    test.exactly = m_exactly->isChecked() && !list->empty() && list->front().type == FilterType::Text;
    test.values = std::move(*list);
    return test;
}

void FilterRow::setFilter(const Filter& filter) {
    m_filling = true;
    m_isExpression = filter.kind != Filter::Kind::Test;
    if (m_isExpression) {
        m_expression->setText(toQString(core::select::printFilter(filter, m_fields.columns)));
    } else {
        showValues(filter);
    }
    m_filling = false;
    showEditors();
}

void FilterRow::showValues(const Filter& test) {
    int place = -1;
    for (int i = 0; i < m_column->count() && place < 0; ++i)
        if (m_column->itemData(i).toString() == toQString(test.column) &&
            m_column->itemData(i, kAttributeRole).toBool() == test.attribute)
            place = i;
    if (place < 0) { // an attribute that the first rows do not have
        m_column->addItem(toQString(test.column), toQString(test.column));
        place = m_column->count() - 1;
        m_column->setItemData(place, true, kAttributeRole);
    }
    m_column->setCurrentIndex(place);
    fillOperators();
    m_operator->setCurrentIndex(m_operator->findData(operatorKey(test.op, test.negated)));
    m_exactly->setChecked(test.exactly);
    if (test.values.empty())
        return;
    if (test.op == FilterOp::In) {
        QStringList texts;
        for (const FilterValue& value : test.values)
            texts << listedValueText(value, test.attribute);
        m_value->setText(texts.join(QStringLiteral(", ")));
        return;
    }
    m_value->setText(plainValueText(test.values.front(), test.attribute));
    m_upper->setText(plainValueText(test.values.back(), test.attribute));
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(plainValueText(test.values.front(), false))));
}

void FilterRow::retranslateUi() {
    m_column->setAccessibleName(tr("Column"));
    m_operator->setAccessibleName(tr("Comparison"));
    m_choice->setAccessibleName(tr("Value"));
    m_value->setAccessibleName(tr("Value"));
    m_and->setText(tr("and"));
    m_upper->setAccessibleName(tr("Upper value"));
    m_exactly->setAccessibleName(tr("Case counts"));
    m_exactly->setToolTip(tr("Capital and small letters differ"));
    m_expression->setAccessibleName(tr("Part of the filter as an expression"));
    m_remove->setAccessibleName(tr("Remove this condition"));
    m_remove->setToolTip(m_remove->accessibleName());
    for (int i = 0; i < static_cast<int>(m_fields.titles.size()); ++i)
        m_column->setItemText(i, m_fields.titles[static_cast<std::size_t>(i)]);
    m_filling = true;
    fillOperators();
    m_filling = false;
}

} // namespace widgets
