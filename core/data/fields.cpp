// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fields.h"

#include "core/base/noop.h"

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
        {"currency",
         TL_NOOP("Field", "Currency"),
         TL_NOOP("Field", "Currency of the price."),
         false,
         {"currency", "currencycode", "pricecurrency", "币种", "货币"}},
        {"image",
         TL_NOOP("Field", "Image"),
         TL_NOOP("Field", "Path or address of the picture."),
         false,
         {"image", "imageurl", "imagepath", "imagelink", "img", "imgurl", "picture", "pictureurl", "photo", "thumbnail",
          "图片", "图片链接", "图片地址", "主图", "商品图片"}},
        {"time",
         TL_NOOP("Field", "Time"),
         TL_NOOP("Field", "When the item was added or changed."),
         false,
         {"time", "createdat", "createtime", "updatedat", "updatetime", "dateadded", "listedat", "timestamp",
          "上架时间", "创建时间", "更新时间"}},
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
        {"session",
         TL_NOOP("Field", "Session"),
         TL_NOOP("Field", "One visit of a user."),
         false,
         {"session", "sessionid", "usersession", "visit", "visitid", "会话", "会话id"}},
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

FieldInfo itemField() {
    return eventFields().front();
}

std::vector<FieldInfo> queryFields() {
    return {
        {"query",
         TL_NOOP("Field", "Search words"),
         TL_NOOP("Field", "The text of the query."),
         true,
         {"query", "querytext", "searchquery", "searchterm", "searchterms", "searchtext", "keyword", "keywords", "text",
          "title", "搜索词", "查询", "查询词", "关键词", "关键字"}},
        {"id",
         TL_NOOP("Field", "Query number"),
         TL_NOOP("Field", "What tells queries apart where another file names them by number."),
         false,
         {"queryid", "qid", "id", "查询id", "查询编号"}},
    };
}

std::vector<FieldInfo> labelFields() {
    return {
        {"query",
         TL_NOOP("Field", "Search words"),
         TL_NOOP("Field", "The text of the query."),
         false,
         {"query", "querytext", "searchquery", "searchterm", "searchtext", "keyword", "keywords", "搜索词", "查询",
          "查询词", "关键词"}},
        {"query_id",
         TL_NOOP("Field", "Query number"),
         TL_NOOP("Field", "Number of the query, where the queries were imported with theirs."),
         false,
         {"queryid", "qid", "查询id", "查询编号"}},
        itemField(),
        {"grade",
         TL_NOOP("Field", "Grade"),
         TL_NOOP("Field", "How relevant the item is, as a number: more is better."),
         false,
         {"grade", "relevance", "relevancegrade", "relevancescore", "rel", "gain", "score", "rating", "相关性",
          "得分"}},
        {"label",
         TL_NOOP("Field", "Relevance label"),
         TL_NOOP("Field", "How relevant the item is, in words, such as exact or substitute."),
         false,
         {"label", "relevancelabel", "escilabel", "judgement", "judgment", "class", "标签", "标注"}},
    };
}

std::vector<FieldInfo> reviewFields() {
    return {
        itemField(),
        {"user",
         TL_NOOP("Field", "User"),
         TL_NOOP("Field", "Who wrote it."),
         false,
         {"user", "userid", "reviewer", "reviewerid", "customer", "customerid", "author", "用户", "用户id", "买家"}},
        {"rating",
         TL_NOOP("Field", "Rating"),
         TL_NOOP("Field", "Stars or points."),
         false,
         {"rating", "ratings", "stars", "star", "starrating", "overall", "score", "评分", "星级"}},
        {"title",
         TL_NOOP("Field", "Title"),
         TL_NOOP("Field", "Heading of the review."),
         false,
         {"title", "reviewtitle", "summary", "headline", "reviewheadline", "reviewsummary", "标题", "评论标题"}},
        {"text",
         TL_NOOP("Field", "Text"),
         TL_NOOP("Field", "What the review says."),
         false,
         {"text", "reviewtext", "review", "reviewbody", "body", "content", "comment", "评论", "评论内容", "评价",
          "内容"}},
        {"label",
         TL_NOOP("Field", "Class label"),
         TL_NOOP("Field", "A class given to the review, such as positive or negative."),
         false,
         {"label", "sentiment", "class", "target", "标签", "情感"}},
        {"time",
         TL_NOOP("Field", "Time"),
         TL_NOOP("Field", "When it was written."),
         false,
         {"time", "timestamp", "unixreviewtime", "reviewtime", "reviewdate", "date", "createdat", "时间", "评论时间",
          "日期"}},
    };
}

std::vector<FieldInfo> splitFields() {
    FieldInfo item = itemField();
    item.required = false;
    item.aliases.insert(item.aliases.begin(), "id");
    return {
        item,
        {"row",
         TL_NOOP("Field", "Event number"),
         TL_NOOP("Field", "Number of the event, as exported rows of events have it, where events are divided."),
         false,
         {"event", "eventid", "row", "rownumber", "事件", "事件id"}},
        {"part",
         TL_NOOP("Field", "Part"),
         TL_NOOP("Field", "train, validation or test."),
         true,
         {"part", "split", "set", "subset", "partition", "fold", "dataset", "划分", "集合"}},
    };
}

} // namespace

const std::vector<FieldInfo>& fieldsOf(SourceKind kind) {
    static const std::vector<FieldInfo> kCatalogue = catalogueFields();
    static const std::vector<FieldInfo> kLog = logFields();
    static const std::vector<FieldInfo> kQueries = queryFields();
    static const std::vector<FieldInfo> kLabels = labelFields();
    static const std::vector<FieldInfo> kReviews = reviewFields();
    static const std::vector<FieldInfo> kSplit = splitFields();
    switch (kind) {
    case SourceKind::Catalogue:
        break;
    case SourceKind::Log:
        return kLog;
    case SourceKind::Queries:
        return kQueries;
    case SourceKind::Labels:
        return kLabels;
    case SourceKind::Reviews:
        return kReviews;
    case SourceKind::Split:
        return kSplit;
    }
    return kCatalogue;
}

} // namespace core::data
