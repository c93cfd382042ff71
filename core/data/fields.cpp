// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fields.h"

#include "core/base/noop.h"
#include "core/data/column_key.h"
#include "core/data/values.h"

#include <array>
#include <utility>

namespace core::data {
namespace {

// Aliases are written as columnKey() leaves them, best first: of "Category Label" and "Category ID" the first wins.
std::vector<FieldInfo> catalogueFields() {
    return {
        {"id",
         TL_NOOP("Field", "Item number"),
         TL_NOOP("Field", "What tells items apart. Without it the rows are numbered."),
         false,
         {"id",       "itemid",    "productid", "goodsid", "sku",   "skuid",  "asin",     "productcode",
          "itemcode", "stockcode", "item",      "itemno",  "spuid", "gtin",   "ean",      "uniqid",
          "商品id",   "商品编号",  "商品编码",  "货号",    "编号",  "产品id", "产品编号", "宝贝id"}},
        {"title",
         TL_NOOP("Field", "Title"),
         TL_NOOP("Field", "The text that models learn from."),
         true,
         {"title", "producttitle", "itemtitle", "productname", "itemname", "goodsname", "goodstitle",
          "name",  "text",         "review",    "reviewtext",  "content",  "comment",   "sentence",
          "标题",  "商品标题",     "商品名称",  "商品名",      "宝贝标题", "产品名称",  "品名",
          "名称",  "评论",         "评论内容",  "评价",        "文本",     "内容"}},
        {"description",
         TL_NOOP("Field", "Description"),
         TL_NOOP("Field", "Longer text about the item."),
         false,
         {"description", "productdescription", "itemdescription", "longdescription", "desc", "details", "detail",
          "summary", "about", "bulletpoints", "描述", "商品描述", "详情", "简介", "商品详情"}},
        {"category",
         TL_NOOP("Field", "Category"),
         TL_NOOP("Field", "Name or path of the category, such as Electronics > Phones."),
         false,
         {"category",     "categorylabel",   "categoryname", "categorypath", "cat",         "catname",
          "maincategory", "productcategory", "itemcategory", "leafcategory", "producttype", "department",
          "categories",   "categoryid",      "catid",        "类目",         "类别",        "分类",
          "品类",         "类目名称",        "商品类目",     "商品类别",     "商品分类",    "一级类目"}},
        {"brand",
         TL_NOOP("Field", "Brand"),
         TL_NOOP("Field", "Brand or maker."),
         false,
         {"brand", "brandname", "manufacturer", "maker", "vendor", "品牌", "品牌名", "品牌名称", "厂商", "制造商"}},
        {"price",
         TL_NOOP("Field", "Price"),
         TL_NOOP("Field", "Price of one piece."),
         false,
         {"price", "unitprice", "saleprice", "sellingprice", "currentprice", "listprice", "retailprice", "价格", "单价",
          "售价", "现价", "原价"}},
        {"label",
         TL_NOOP("Field", "Class label"),
         TL_NOOP("Field", "The class to learn, where it is not the category."),
         false,
         {"label", "class", "classlabel", "classname", "target", "groundtruth", "标签", "类标签", "标注"}},
    };
}

/// Who did what to which item, and when.
std::vector<FieldInfo> eventFields() {
    return {
        {"item",
         TL_NOOP("Field", "Item"),
         TL_NOOP("Field", "Number of the item that the row is about."),
         true,
         {"item",      "itemid",      "productid", "goodsid", "sku",     "skuid",     "asin",    "parentasin",
          "stockcode", "productcode", "itemcode",  "itemno",  "movieid", "articleid", "product", "商品id",
          "商品编号",  "商品编码",    "货号",      "商品",    "产品id",  "宝贝id"}},
        {"title",
         TL_NOOP("Field", "Title"),
         TL_NOOP("Field", "Title of the item, for items that no catalogue names."),
         false,
         {"title", "producttitle", "itemtitle", "productname", "itemname", "goodsname", "description",
          "itemdescription", "productdescription", "name", "标题", "商品标题", "商品名称", "商品名", "名称", "描述"}},
        {"user",
         TL_NOOP("Field", "User"),
         TL_NOOP("Field", "Number of the user, customer or session."),
         false,
         {"user",    "userid",    "customer",    "customerid", "custid",    "client", "clientid",
          "buyer",   "buyerid",   "member",      "memberid",   "visitorid", "uid",    "reviewerid",
          "session", "sessionid", "usersession", "用户",       "用户id",    "客户",   "客户id",
          "买家",    "会员",      "会员id",      "会话"}},
        {"kind",
         TL_NOOP("Field", "Kind of event"),
         TL_NOOP("Field", "Impression, click, cart, purchase, search or review."),
         false,
         {"kind", "event", "eventtype", "eventname", "action", "actiontype", "behavior", "behaviour", "behaviortype",
          "behaviourtype", "type", "行为", "行为类型", "事件", "事件类型", "操作"}},
        {"time",
         TL_NOOP("Field", "Time"),
         TL_NOOP("Field", "When it happened."),
         false,
         {"time",          "timestamp", "datetime",     "eventtime",      "ts",         "invoicedate", "orderdate",
          "orderdatetime", "ordertime", "purchasedate", "unixreviewtime", "reviewtime", "createdat",   "createtime",
          "date",          "时间",      "时间戳",       "日期",           "下单时间",   "订单时间",    "发生时间"}},
        {"query",
         TL_NOOP("Field", "Search words"),
         TL_NOOP("Field", "What the user had searched for."),
         false,
         {"query", "searchquery", "searchterm", "searchterms", "searchtext", "keyword", "keywords", "搜索词", "查询",
          "查询词", "关键词", "关键字"}},
    };
}

/// What is known beside.
std::vector<FieldInfo> eventDetailFields() {
    return {
        {"quantity",
         TL_NOOP("Field", "Quantity"),
         TL_NOOP("Field", "How many pieces; negative for a return."),
         false,
         {"quantity", "qty", "amount", "count", "units", "pieces", "数量", "件数", "购买数量"}},
        {"price",
         TL_NOOP("Field", "Price"),
         TL_NOOP("Field", "Price of one piece."),
         false,
         {"price", "unitprice", "saleprice", "itemprice", "价格", "单价", "售价"}},
        {"label",
         TL_NOOP("Field", "Relevance label"),
         TL_NOOP("Field", "A rating or relevance that was given to the row."),
         false,
         {"label", "relevance", "relevancelabel", "rating", "ratings", "score", "stars", "overall", "gain", "标签",
          "评分", "相关性"}},
        {"position",
         TL_NOOP("Field", "Position"),
         TL_NOOP("Field", "Place on the result page, from 1."),
         false,
         {"position", "pos", "rank", "slot", "位置", "排名", "坑位"}},
        {"order",
         TL_NOOP("Field", "Order number"),
         TL_NOOP("Field", "Order or invoice; a number that starts with C marks a cancellation."),
         false,
         {"order", "orderid", "orderno", "ordernumber", "invoice", "invoiceno", "invoiceid", "invoicenumber",
          "transaction", "transactionid", "basketid", "订单", "订单号", "订单编号", "订单id", "发票号", "单号"}},
    };
}

std::vector<FieldInfo> logFields() {
    std::vector<FieldInfo> fields = eventFields();
    std::vector<FieldInfo> details = eventDetailFields();
    for (FieldInfo& field : details)
        fields.push_back(std::move(field));
    return fields;
}

struct KindName {
    std::string_view name;
    EventKind kind;
};

// The first name of a kind is its own.
constexpr std::array kKindNames{
    KindName{"impression", EventKind::Impression},
    KindName{"impressions", EventKind::Impression},
    KindName{"exposure", EventKind::Impression},
    KindName{"show", EventKind::Impression},
    KindName{"imp", EventKind::Impression},
    KindName{"曝光", EventKind::Impression},
    KindName{"展示", EventKind::Impression},
    KindName{"click", EventKind::Click},
    KindName{"clicks", EventKind::Click},
    KindName{"clk", EventKind::Click},
    KindName{"view", EventKind::Click},
    KindName{"pv", EventKind::Click},
    KindName{"pageview", EventKind::Click},
    KindName{"detail", EventKind::Click},
    KindName{"detailview", EventKind::Click},
    KindName{"productview", EventKind::Click},
    KindName{"浏览", EventKind::Click},
    KindName{"点击", EventKind::Click},
    KindName{"cart", EventKind::Cart},
    KindName{"addtocart", EventKind::Cart},
    KindName{"addcart", EventKind::Cart},
    KindName{"add", EventKind::Cart},
    KindName{"basket", EventKind::Cart},
    KindName{"加购", EventKind::Cart},
    KindName{"加购物车", EventKind::Cart},
    KindName{"加入购物车", EventKind::Cart},
    KindName{"purchase", EventKind::Purchase},
    KindName{"purchased", EventKind::Purchase},
    KindName{"buy", EventKind::Purchase},
    KindName{"bought", EventKind::Purchase},
    KindName{"order", EventKind::Purchase},
    KindName{"ordered", EventKind::Purchase},
    KindName{"sale", EventKind::Purchase},
    KindName{"transaction", EventKind::Purchase},
    KindName{"conversion", EventKind::Purchase},
    KindName{"pay", EventKind::Purchase},
    KindName{"购买", EventKind::Purchase},
    KindName{"下单", EventKind::Purchase},
    KindName{"支付", EventKind::Purchase},
    KindName{"成交", EventKind::Purchase},
    KindName{"search", EventKind::Search},
    KindName{"query", EventKind::Search},
    KindName{"搜索", EventKind::Search},
    KindName{"查询", EventKind::Search},
    KindName{"review", EventKind::Review},
    KindName{"rating", EventKind::Review},
    KindName{"rate", EventKind::Review},
    KindName{"comment", EventKind::Review},
    KindName{"评论", EventKind::Review},
    KindName{"评价", EventKind::Review},
};

} // namespace

std::string columnKey(std::string_view name) {
    std::string key;
    for (const char c : trim(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter)
            key += c;
        else if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

std::string_view eventKindName(EventKind kind) {
    for (const KindName& entry : kKindNames)
        if (entry.kind == kind)
            return entry.name;
    return {};
}

std::optional<EventKind> parseEventKind(std::string_view text) {
    // Rows of a log tend to spell their kinds as we do, so the plain comparison comes first: no string is made for it.
    for (const KindName& entry : kKindNames)
        if (entry.name == text)
            return entry.kind;
    const std::string key = columnKey(text);
    for (const KindName& entry : kKindNames)
        if (entry.name == key)
            return entry.kind;
    return {};
}

const std::vector<FieldInfo>& fieldsOf(SourceKind kind) {
    static const std::vector<FieldInfo> kCatalogue = catalogueFields();
    static const std::vector<FieldInfo> kLog = logFields();
    return kind == SourceKind::Catalogue ? kCatalogue : kLog;
}

} // namespace core::data
