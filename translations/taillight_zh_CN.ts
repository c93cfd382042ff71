<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>The imbalance is severe: the largest entity has %1 times the support of the smallest, and the Gini index is %2.</source>
        <translation>不平衡严重：最大实体的支持数是最小实体的 %1 倍，基尼系数为 %2。</translation>
    </message>
    <message>
        <source>The imbalance is moderate: the largest entity has %1 times the support of the smallest, and the Gini index is %2.</source>
        <translation>不平衡中等：最大实体的支持数是最小实体的 %1 倍，基尼系数为 %2。</translation>
    </message>
    <message>
        <source>The support is nearly even: the largest entity has %1 times the support of the smallest, and the Gini index is %2. A remedy has little to gain.</source>
        <translation>支持数几乎均匀：最大实体是最小实体的 %1 倍，基尼系数为 %2。采取补救措施收益不大。</translation>
    </message>
    <message>
        <source>%1 of the entities are the head and own %2 of the support; the whole is as diverse as %3 equal entities.</source>
        <translation>%1 的实体属于头部，占有 %2 的支持数；整体的多样性相当于 %3 个均等的实体。</translation>
    </message>
    <message>
        <source>From support %1 on the tail is compatible with a power law of exponent %2: rare entities will keep coming, however much data is collected.</source>
        <translation>支持数从 %1 起，分布与指数为 %2 的幂律相符：无论收集多少数据，稀有实体都会不断出现。</translation>
    </message>
    <message>
        <source>From support %1 on a log-normal fits better than a power law (exponent %2): the tail ends sooner than a power law would.</source>
        <translation>支持数从 %1 起，对数正态比幂律（指数 %2）拟合得更好：尾部比幂律更早结束。</translation>
    </message>
    <message>
        <source>From support %1 on an exponential fits better than a power law (exponent %2): this is no long tail in the strict sense.</source>
        <translation>支持数从 %1 起，指数分布比幂律（指数 %2）拟合得更好：严格说来这不是长尾。</translation>
    </message>
    <message>
        <source>The tail has %1 test rows: differences from %2 on can be shown there.</source>
        <translation>尾部有 %1 行测试数据：可以检测出 %2 以上的差异。</translation>
    </message>
    <message>
        <source>The tail has only %1 test rows: differences below %2 cannot be told from chance there. Use more test rows, several seeds or folds.</source>
        <translation>尾部只有 %1 行测试数据：小于 %2 的差异无法与偶然区分。请使用更多测试行、多个随机种子或多折。</translation>
    </message>
    <message>
        <source>Only %1 of the tail is tail in the next period, too: buckets of yesterday describe today badly. Split by time and look at the flow.</source>
        <translation>尾部中只有 %1 在下一时期仍是尾部：昨天的分桶不能很好地描述今天。请按时间划分并查看流动。</translation>
    </message>
    <message>
        <source>%1 of the tail is tail in the next period, too: the buckets are stable.</source>
        <translation>尾部中有 %1 在下一时期仍是尾部：分桶是稳定的。</translation>
    </message>
    <message>
        <source>Takes the frequency of the classes out of the loss: consistent for balanced accuracy, and nothing to tune.</source>
        <translation>从损失中去除类别频率的影响：对平衡准确率是一致的，且无需调参。</translation>
    </message>
    <message>
        <source>The same correction after training: no new run, and its strength can be chosen afterwards.</source>
        <translation>训练之后进行同样的校正：无需重新训练，强度可以事后选择。</translation>
    </message>
    <message>
        <source>The tail has few rows each: edited texts give it more variety, and the loss its weight.</source>
        <translation>尾部每个实体的行数很少：改写文本增加多样性，损失函数给予权重。</translation>
    </message>
    <message>
        <source>At this ratio fully balanced sampling repeats the tail too often; the square root is the usual compromise.</source>
        <translation>在这个比例下，完全均衡的采样会过多重复尾部；平方根是常用的折中。</translation>
    </message>
    <message>
        <source>Weights that level off: more rows of a class add less and less.</source>
        <translation>权重趋于平缓：同一类别的行越多，新增的作用越小。</translation>
    </message>
    <message>
        <source>At this ratio every class can be drawn equally often.</source>
        <translation>在这个比例下，每个类别可以同样频繁地被抽取。</translation>
    </message>
    <message>
        <source>For comparison: it weighs hard rows rather than rare classes.</source>
        <translation>用于比较：它加权的是困难样本而不是稀有类别。</translation>
    </message>
    <message>
        <source>%1 entities have no support under this measure: no sampling and no weight can help them, only what is known of them otherwise.</source>
        <translation>%1 个实体在此度量下没有任何支持数：采样和加权都帮不了它们，只能依靠其他已知信息。</translation>
    </message>
    <message>
        <source>The tail is heavy, but no power law: one of exponent %2 from support %1 on is ruled out by its distance from the data.</source>
        <translation>尾部很重，但不是幂律：从支持数 %1 起、指数为 %2 的幂律与数据距离过大，可以排除。</translation>
    </message>
    <message>
        <source>From support %1 on no other law fits better than a power law of exponent %2; whether it is one, the test from the menu of the chart says.</source>
        <translation>从支持数 %1 起，没有其他分布比指数为 %2 的幂律拟合得更好；是否真是幂律，可用图表菜单中的检验判断。</translation>
    </message>
    <message>
        <source>Most of the tail is shown as often as the rest and not surely wanted less: only %1 of its entities are shown less, %2 are surely wanted less.</source>
        <translation>尾部大多与其他实体曝光一样多，也不能确定需求更低：只有 %1 的实体曝光较少，%2 的实体确定需求更低。</translation>
    </message>
    <message>
        <source>What holds the tail back is rather exposure: %1 of its entities are seen less than the median though nothing says that they are wanted less; %2 are surely wanted less.</source>
        <translation>限制尾部的更多是曝光：%1 的实体曝光少于中位数，尽管没有迹象表明需求更低；%2 的实体确定需求更低。</translation>
    </message>
    <message>
        <source>What holds the tail back is rather demand: %2 of its entities are surely wanted less than the mean; %1 are only shown less.</source>
        <translation>限制尾部的更多是需求：%2 的实体确定低于平均需求；%1 的实体只是曝光较少。</translation>
    </message>
</context>
<context>
    <name>Browse</name>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>More columns</source>
        <translation>其他列</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation>相关性判断</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>相关性等级</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Item title</source>
        <translation>商品标题</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>被拒行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Line as it was</source>
        <translation>原始行内容</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>已读取行数</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Imported at</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Cleaning steps</source>
        <translation>清洗步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Events dropped</source>
        <translation>丢弃的事件</translation>
    </message>
    <message>
        <source>Items dropped</source>
        <translation>丢弃的商品</translation>
    </message>
    <message>
        <source>Other rows dropped</source>
        <translation>丢弃的其他行</translation>
    </message>
    <message>
        <source>Values changed</source>
        <translation>更改的值</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>统计数值</translation>
    </message>
    <message>
        <source>Events dropped by cleaning</source>
        <translation>清洗时丢弃的事件</translation>
    </message>
    <message>
        <source>Kind of step</source>
        <translation>步骤类型</translation>
    </message>
    <message>
        <source>Items dropped by cleaning</source>
        <translation>清洗时丢弃的商品</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Items of splits</source>
        <translation>划分中的商品</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Events of splits</source>
        <translation>划分中的事件</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The file is intact.</source>
        <translation>文件完好。</translation>
    </message>
    <message>
        <source>The file is damaged. Restore a copy of it.</source>
        <translation>文件已损坏。请恢复其副本。</translation>
    </message>
    <message>
        <source>Every row that refers to another finds it.</source>
        <translation>每个引用其他行的行都能找到所引用的行。</translation>
    </message>
    <message>
        <source>Rows refer to other rows that are not there.</source>
        <translation>有些行引用了不存在的行。</translation>
    </message>
    <message>
        <source>The rows of an imported file do not add up.</source>
        <translation>某个导入文件的行数对不上。</translation>
    </message>
    <message>
        <source>Every row that was read is imported, rejected or dropped.</source>
        <translation>读取的每一行都已被导入、拒绝或丢弃。</translation>
    </message>
    <message>
        <source>Every synthetic row comes from a training row.</source>
        <translation>每个合成行都来自训练行。</translation>
    </message>
    <message>
        <source>Synthetic rows come from rows outside training: the runs that used them cannot be trusted.</source>
        <translation>有合成行来自训练集以外的行：使用了它们的运行不可信。</translation>
    </message>
    <message>
        <source>No run was interrupted.</source>
        <translation>没有运行被中断。</translation>
    </message>
    <message>
        <source>Runs are going on, or were interrupted and can be resumed.</source>
        <translation>有运行正在进行，或已中断但可以继续。</translation>
    </message>
    <message>
        <source>The events have not been counted yet; the next import does it.</source>
        <translation>尚未统计事件数；下次导入时会统计。</translation>
    </message>
    <message>
        <source>The stored numbers of events per item, user and query are right.</source>
        <translation>已存储的每个商品、用户和查询的事件数正确无误。</translation>
    </message>
    <message>
        <source>The stored numbers of events per item, user or query are wrong.</source>
        <translation>已存储的每个商品、用户或查询的事件数有误。</translation>
    </message>
    <message>
        <source>No group lies in two parts.</source>
        <translation>没有任何组同时位于两个部分中。</translation>
    </message>
    <message>
        <source>Groups lie in more than one part: what is learnt of them in training helps in the test.</source>
        <translation>有些组位于多个部分中：训练时从中学到的内容会在测试中占得便宜。</translation>
    </message>
    <message>
        <source>No title occurs in two parts of the split.</source>
        <translation>没有任何标题同时出现在划分的两个部分中。</translation>
    </message>
    <message>
        <source>Items with one title lie in more than one part of the split: results may look better than they are.</source>
        <translation>有些标题相同的商品位于划分的多个部分中：结果可能显得比实际更好。</translation>
    </message>
    <message>
        <source>No event is repeated in another part of the split.</source>
        <translation>没有事件在划分的其他部分中重复出现。</translation>
    </message>
    <message>
        <source>Events are repeated in another part of the split: results may look better than they are.</source>
        <translation>有些事件在划分的其他部分中重复出现：结果可能显得比实际更好。</translation>
    </message>
    <message>
        <source>Training comes before validation, and validation before test.</source>
        <translation>训练集在时间上早于验证集，验证集早于测试集。</translation>
    </message>
    <message>
        <source>Training holds rows that are later than those it is tested with.</source>
        <translation>训练集中有些行的时间晚于用来测试的行。</translation>
    </message>
    <message>
        <source>Every class of validation and test has rows in training.</source>
        <translation>验证集和测试集中的每个类别在训练集中都有行。</translation>
    </message>
    <message>
        <source>Classes of validation or test have no row in training: nothing can be learnt of them.</source>
        <translation>验证集或测试集中有些类别在训练集中没有行：无法学到这些类别的任何信息。</translation>
    </message>
    <message>
        <source>Rows of the split are no longer in the project: they were removed or cleaned away.</source>
        <translation>划分中的某些行已不在项目中：它们已被移除或在清洗时被丢弃。</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation>宏平均精确率</translation>
    </message>
    <message>
        <source>Macro recall</source>
        <translation>宏平均召回率</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>Weighted precision</source>
        <translation>加权精确率</translation>
    </message>
    <message>
        <source>Weighted recall</source>
        <translation>加权召回率</translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation>加权 F1</translation>
    </message>
    <message>
        <source>Head precision</source>
        <translation>头部精确率</translation>
    </message>
    <message>
        <source>Head recall</source>
        <translation>头部召回率</translation>
    </message>
    <message>
        <source>Head F1</source>
        <translation>头部 F1</translation>
    </message>
    <message>
        <source>Mid precision</source>
        <translation>中部精确率</translation>
    </message>
    <message>
        <source>Mid recall</source>
        <translation>中部召回率</translation>
    </message>
    <message>
        <source>Mid F1</source>
        <translation>中部 F1</translation>
    </message>
    <message>
        <source>Tail precision</source>
        <translation>尾部精确率</translation>
    </message>
    <message>
        <source>Tail recall</source>
        <translation>尾部召回率</translation>
    </message>
    <message>
        <source>Tail F1</source>
        <translation>尾部 F1</translation>
    </message>
    <message>
        <source>Cold precision</source>
        <translation>冷门精确率</translation>
    </message>
    <message>
        <source>Cold recall</source>
        <translation>冷门召回率</translation>
    </message>
    <message>
        <source>Cold F1</source>
        <translation>冷门 F1</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Inverse frequency</source>
        <translation>频率倒数</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>频率平方根倒数</translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation>有效数</translation>
    </message>
    <message>
        <source>Mid and tail</source>
        <translation>中部和尾部</translation>
    </message>
    <message>
        <source>Tail</source>
        <translation>尾部</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Synonym</source>
        <translation>同义词</translation>
    </message>
    <message>
        <source>Title and description</source>
        <translation>标题和描述</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>The fullest</source>
        <translation>最完整的</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>最常见</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Clear the value</source>
        <translation>清空该值</translation>
    </message>
    <message>
        <source>Clip to the border</source>
        <translation>截断到边界</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Most frequent value</source>
        <translation>众数</translation>
    </message>
    <message>
        <source>A fixed value</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>IQR</source>
        <translation>四分位距（IQR）</translation>
    </message>
    <message>
        <source>Robust z-score (MAD)</source>
        <translation>稳健 z 分数（MAD）</translation>
    </message>
    <message>
        <source>Min–max</source>
        <translation>最小–最大</translation>
    </message>
    <message>
        <source>z-score</source>
        <translation>z 分数</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Mid %1 F1</source>
        <translation>中部 %1 F1</translation>
    </message>
    <message>
        <source>Mid %1 precision</source>
        <translation>中部 %1 精确率</translation>
    </message>
    <message>
        <source>Mid %1 recall</source>
        <translation>中部 %1 召回率</translation>
    </message>
</context>
<context>
    <name>Clean</name>
    <message>
        <source>the same in every column as another event</source>
        <translation>所有列均与另一事件相同</translation>
    </message>
    <message>
        <source>the same in the chosen columns as another row</source>
        <translation>所选列与另一行相同</translation>
    </message>
    <message>
        <source>negative price</source>
        <translation>价格为负</translation>
    </message>
    <message>
        <source>price 0</source>
        <translation>价格为 0</translation>
    </message>
    <message>
        <source>time in the future</source>
        <translation>时间在将来</translation>
    </message>
    <message>
        <source>time too long ago</source>
        <translation>时间过早</translation>
    </message>
    <message>
        <source>quantity 0</source>
        <translation>数量为 0</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>purchase that was cancelled later</source>
        <translation>后来被取消的购买</translation>
    </message>
    <message>
        <source>event of a robot-like user</source>
        <translation>疑似机器人用户的事件</translation>
    </message>
    <message>
        <source>value missing</source>
        <translation>缺少值</translation>
    </message>
    <message>
        <source>value far from the others</source>
        <translation>值与其他值相差过大</translation>
    </message>
    <message>
        <source>the same search words as another query, once normalised</source>
        <translation>规范化后与另一查询的搜索词相同</translation>
    </message>
</context>
<context>
    <name>CleanExampleModel</name>
    <message>
        <source>dropped: %1</source>
        <translation>丢弃：%1</translation>
    </message>
    <message>
        <source>%1: “%2” → “%3”</source>
        <translation>%1：“%2” → “%3”</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>CleanStepModel</name>
    <message>
        <source>%1 events dropped</source>
        <translation>丢弃 %1 个事件</translation>
    </message>
    <message>
        <source>%1 items dropped</source>
        <translation>丢弃 %1 个商品</translation>
    </message>
    <message>
        <source>%1 other rows dropped</source>
        <translation>丢弃 %1 个其他行</translation>
    </message>
    <message>
        <source>%1 values changed</source>
        <translation>更改 %1 个值</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>无需更改</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>重复组</translation>
    </message>
    <message>
        <source>Rows with the key</source>
        <translation>含有该键的行</translation>
    </message>
    <message>
        <source>Items with several titles</source>
        <translation>有多个标题的商品</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Items looked at</source>
        <translation>检查的商品</translation>
    </message>
    <message>
        <source>Latest time</source>
        <translation>最晚时间</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Cancelled purchases found</source>
        <translation>找到的已取消购买</translation>
    </message>
    <message>
        <source>Cancellations without their purchase</source>
        <translation>找不到对应购买的取消订单</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Robot-like users</source>
        <translation>疑似机器人用户</translation>
    </message>
    <message>
        <source>Value filled in</source>
        <translation>填入的值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups without values</source>
        <translation>没有值的分组</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Below the lower fence</source>
        <translation>低于下界</translation>
    </message>
    <message>
        <source>Above the upper fence</source>
        <translation>高于上界</translation>
    </message>
    <message>
        <source>Lower fence</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>Upper fence</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Texts with nothing left</source>
        <translation>处理后为空的文本</translation>
    </message>
    <message>
        <source>Queries merged</source>
        <translation>合并的查询</translation>
    </message>
    <message>
        <source>in a minute</source>
        <translation>一分钟内</translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation>一小时内</translation>
    </message>
    <message>
        <source>in a session</source>
        <translation>一个会话内</translation>
    </message>
    <message>
        <source>hours of a session</source>
        <translation>会话时长（小时）</translation>
    </message>
    <message>
        <source>Events of a user</source>
        <translation>每个用户的事件数</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>99 %</source>
        <translation>99 %</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>users above</source>
        <translation>超限用户</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>%1 log rows read = %2 rejected + %3 left out at import + %4 dropped by these steps + %5 in the project.</source>
        <translation>读取 %1 行日志 = 被拒 %2 行 + 导入时未纳入 %3 行 + 由这些步骤丢弃 %4 行 + 项目中 %5 行。</translation>
    </message>
    <message numerus="yes">
        <source>%n cleaning step(s) undone:</source>
        <translation>
            <numerusform>已撤销 %n 个清洗步骤：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows and %2 values are as they were.</source>
        <translation>%1 行和 %2 个值已恢复原样。</translation>
    </message>
    <message>
        <source>%1 values stay, because something else has changed them since.</source>
        <translation>%1 个值保持不变，因为此后又有其他操作更改了它们。</translation>
    </message>
</context>
<context>
    <name>DistributionCharts</name>
    <message>
        <source>%1
rank %2, support %3</source>
        <translation>%1
排名 %2，支持数 %3</translation>
    </message>
    <message>
        <source>How many have how much support</source>
        <translation>支持数的分布</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>实体数</translation>
    </message>
    <message>
        <source>support (%1), logarithmic bins</source>
        <translation>支持数（%1），对数分箱</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>support %1: %2 entities</source>
        <translation>支持数 %1：%2 个实体</translation>
    </message>
    <message>
        <source>Rank and support</source>
        <translation>秩与支持数</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>support (%1)</source>
        <translation>支持数（%1）</translation>
    </message>
    <message>
        <source>Lorenz curve</source>
        <translation>洛伦兹曲线</translation>
    </message>
    <message>
        <source>share of entities, ascending</source>
        <translation>实体占比（升序）</translation>
    </message>
    <message>
        <source>share of support</source>
        <translation>支持数占比</translation>
    </message>
    <message>
        <source>Gini %1</source>
        <translation>基尼系数 %1</translation>
    </message>
    <message>
        <source>equality</source>
        <translation>完全均等</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>share of support of the first ranks</source>
        <translation>前若干位的支持数占比</translation>
    </message>
    <message>
        <source>head | mid</source>
        <translation>头部 | 中部</translation>
    </message>
    <message>
        <source>mid | tail</source>
        <translation>中部 | 尾部</translation>
    </message>
    <message>
        <source>power law α %1 (from %2 on)</source>
        <translation>幂律 α %1（从 %2 起）</translation>
    </message>
    <message>
        <source>Zipf–Mandelbrot s %1</source>
        <translation>齐普夫–曼德博 s %1</translation>
    </message>
    <message>
        <source>share of all support (%1)</source>
        <translation>占全部支持数的比例（%1）</translation>
    </message>
    <message>
        <source>rank %1, support %2</source>
        <translation>排名 %1，支持数 %2</translation>
    </message>
</context>
<context>
    <name>Entity</name>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Price bands</source>
        <translation>价格区间</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Labels of events</source>
        <translation>事件的标签</translation>
    </message>
    <message>
        <source>Categories, level %1</source>
        <translation>类目，第 %1 级</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled. Everything is as it was before.</source>
        <translation>已取消。一切保持原样。</translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation>{detail}</translation>
    </message>
    <message>
        <source>{file}: there is no such file. Check the path.</source>
        <translation>{file}：文件不存在。请检查路径。</translation>
    </message>
    <message>
        <source>{file} is a directory. Name a file in it.</source>
        <translation>{file} 是目录。请指定其中的文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {detail}.</source>
        <translation>无法读取 {file}：{detail}。</translation>
    </message>
    <message>
        <source>{file} is empty. Choose a file with a header row and data.</source>
        <translation>{file} 为空。请选择包含表头行和数据的文件。</translation>
    </message>
    <message>
        <source>{file} is no text file (it holds binary data). Export it as CSV in UTF-8.</source>
        <translation>{file} 不是文本文件（其中含有二进制数据）。请将其导出为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>{file} is damaged or ends too early: {detail}. Get the file again.</source>
        <translation>{file} 已损坏或不完整：{detail}。请重新获取该文件。</translation>
    </message>
    <message>
        <source>{file}: a quote that opens here is never closed. Close it, or remove it.</source>
        <translation>{file}：此处开始的引号没有闭合。请补全或删除该引号。</translation>
    </message>
    <message>
        <source>{file} has no header row with column names. Add one.</source>
        <translation>{file} 没有包含列名的表头行。请添加表头行。</translation>
    </message>
    <message>
        <source>{file} holds no row that could be used. {detail}</source>
        <translation>{file} 中没有可用的行。{detail}</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”. It has: {detail}.</source>
        <translation>{file} 中没有列“{column}”。现有的列：{detail}。</translation>
    </message>
    <message>
        <source>There is no field “{value}” to map to. The fields are: {detail}.</source>
        <translation>没有可供映射的字段“{value}”。可用字段：{detail}。</translation>
    </message>
    <message>
        <source>{file}: no column was found for the field “{detail}”. Map one to it.</source>
        <translation>{file}：未找到字段“{detail}”对应的列。请为其映射一列。</translation>
    </message>
    <message>
        <source>{file}, column “{column}”: “{value}” is not {detail}.</source>
        <translation>{file}，列“{column}”：“{value}”不是{detail}。</translation>
    </message>
    <message>
        <source>{file} is no valid JSON: {detail}.</source>
        <translation>{file} 不是有效的 JSON：{detail}。</translation>
    </message>
    <message>
        <source>There is no parameter “{column}” here. There are: {detail}.</source>
        <translation>此处没有参数“{column}”。可用参数：{detail}。</translation>
    </message>
    <message>
        <source>“{column}” is {value}; it must be {detail}.</source>
        <translation>“{column}”的值为 {value}；必须是{detail}。</translation>
    </message>
    <message>
        <source>There is no strategy “{value}”. There are: {detail}.</source>
        <translation>没有策略“{value}”。可用策略：{detail}。</translation>
    </message>
    <message>
        <source>“{value}” is no choice for {column}. Choose one of: {detail}.</source>
        <translation>“{value}”不是 {column} 的可选值。请从以下选项中选择：{detail}。</translation>
    </message>
    <message>
        <source>{file} is not a Taillight project. Choose a .taillight file.</source>
        <translation>{file} 不是 Taillight 项目。请选择 .taillight 文件。</translation>
    </message>
    <message>
        <source>{file} was written by a newer Taillight ({detail}). Update the program to open it; it was not changed.</source>
        <translation>{file} 由更新版本的 Taillight（{detail}）写入。请更新程序后再打开；该文件未被更改。</translation>
    </message>
    <message>
        <source>{file} is damaged: {detail}. Restore a copy of it.</source>
        <translation>{file} 已损坏：{detail}。请用副本恢复该文件。</translation>
    </message>
    <message>
        <source>{file} is open for reading only, so nothing can be changed in it. Check its permissions. {detail}</source>
        <translation>{file} 以只读方式打开，无法更改其中的内容。请检查文件权限。{detail}</translation>
    </message>
    <message>
        <source>{file} already exists. Choose another name, or remove it first.</source>
        <translation>{file} 已存在。请换一个名称，或先将其删除。</translation>
    </message>
    <message>
        <source>There is no run {value} in this project. {detail}</source>
        <translation>此项目中没有运行 {value}。{detail}</translation>
    </message>
    <message>
        <source>There is no split “{value}” in this project.</source>
        <translation>此项目中没有划分“{value}”。</translation>
    </message>
    <message>
        <source>The project has no train/validation/test split yet. Make one first. {detail}</source>
        <translation>项目尚无训练/验证/测试划分。请先创建一个。{detail}</translation>
    </message>
    <message>
        <source>There is no data for this: {detail}.</source>
        <translation>没有用于此操作的数据：{detail}。</translation>
    </message>
    <message>
        <source>There are too few rows: {detail}.</source>
        <translation>行数太少：{detail}。</translation>
    </message>
    <message>
        <source>The split “{value}” is used by runs ({detail}) and stays as it is. Make a new one.</source>
        <translation>划分“{value}”已被运行（{detail}）使用，将保持不变。请新建一个划分。</translation>
    </message>
    <message>
        <source>Training needs the engine module, which could not be opened: {detail}</source>
        <translation>训练需要引擎模块，但无法打开该模块：{detail}</translation>
    </message>
    <message>
        <source>The device “{value}” is not available: {detail}.</source>
        <translation>设备“{value}”不可用：{detail}。</translation>
    </message>
    <message>
        <source>There is not enough memory: {detail}. Use a smaller batch or model.</source>
        <translation>内存不足：{detail}。请使用更小的批或模型。</translation>
    </message>
    <message>
        <source>{file} could not be written: the disk is full. Free some space; nothing was changed.</source>
        <translation>无法写入 {file}：磁盘已满。请释放一些空间；未更改任何内容。</translation>
    </message>
    <message>
        <source>{file} could not be written: {detail}.</source>
        <translation>无法写入 {file}：{detail}。</translation>
    </message>
    <message>
        <source>{file} is not a model that can be loaded: {detail}.</source>
        <translation>{file} 不是可加载的模型：{detail}。</translation>
    </message>
    <message>
        <source>Training diverged: {detail}. Use a smaller learning rate.</source>
        <translation>训练发散：{detail}。请使用更小的学习率。</translation>
    </message>
    <message>
        <source>Something went wrong inside Taillight: {detail}. Please report it.</source>
        <translation>Taillight 内部出错：{detail}。请报告此问题。</translation>
    </message>
    <message>
        <source>{file}: {detail} cannot be read. Use delimited text, JSON or .xlsx, plain or packed as .gz, .zst, .xz, .bz2 or .zip.</source>
        <translation>{file}：无法读取{detail}。请使用分隔符文本、JSON 或 .xlsx，可不压缩，也可压缩为 .gz、.zst、.xz、.bz2 或 .zip。</translation>
    </message>
    <message>
        <source>{file} cannot be read as text: {detail}. Name its encoding, or convert it to UTF-8.</source>
        <translation>无法将 {file} 作为文本读取：{detail}。请指定其编码，或将其转换为 UTF-8。</translation>
    </message>
    <message>
        <source>{file} is already open in another window or program. Close it there first. {detail}</source>
        <translation>{file} 已在其他窗口或程序中打开。请先在那里将其关闭。{detail}</translation>
    </message>
    <message>
        <source>{file} cannot be used: {detail}.</source>
        <translation>无法使用 {file}：{detail}。</translation>
    </message>
    <message>
        <source>The pseudonyms of this project were made with the key {value}; the key given is {detail}. Give the first one: with another key the same user would get another pseudonym.</source>
        <translation>此项目的假名是用密钥 {value} 生成的；所给的密钥是 {detail}。请提供原来的密钥：换用其他密钥时，同一用户会得到不同的假名。</translation>
    </message>
    <message>
        <source>This is not the passphrase of {file}. Try again; nothing was written.</source>
        <translation>这不是 {file} 的密码短语。请重试；未写入任何内容。</translation>
    </message>
    <message>
        <source>{file} is not a sealed project.</source>
        <translation>{file} 不是加密封存的项目。</translation>
    </message>
    <message>
        <source>{file} was damaged or changed after it was sealed: {detail}. Take another copy of it; nothing was written.</source>
        <translation>{file} 在封存后已损坏或被更改：{detail}。请使用它的其他副本；未写入任何内容。</translation>
    </message>
    <message>
        <source>{file} was imported before, at {value}, with exactly this content. {detail}</source>
        <translation>{file} 此前已于 {value} 导入过，内容完全相同。{detail}</translation>
    </message>
    <message>
        <source>The import {value} cannot be removed: {detail}.</source>
        <translation>无法移除导入 {value}：{detail}。</translation>
    </message>
    <message>
        <source>Nothing was changed: the split “{value}” rests on rows that would change ({detail}). Clean before dividing: remove the split, or work in a new project.</source>
        <translation>未更改任何内容：划分“{value}”所依据的行会被更改（{detail}）。请先清洗再划分：移除该划分，或在新项目中操作。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Item number</source>
        <translation>商品编号</translation>
    </message>
    <message>
        <source>What tells items apart. Without it the rows are numbered.</source>
        <translation>用于区分商品。若没有，则按行编号。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The text that models learn from.</source>
        <translation>模型学习所用的文本。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Longer text about the item.</source>
        <translation>关于商品的较长文本。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Name or path of the category, such as Electronics &gt; Phones.</source>
        <translation>类目的名称或路径，例如 Electronics &gt; Phones。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Brand or maker.</source>
        <translation>品牌或制造商。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price of one piece.</source>
        <translation>单件价格。</translation>
    </message>
    <message>
        <source>Class label</source>
        <translation>类别标签</translation>
    </message>
    <message>
        <source>The class to learn, where it is not the category.</source>
        <translation>要学习的类别（当其不是类目时）。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Number of the item that the row is about.</source>
        <translation>该行所涉商品的编号。</translation>
    </message>
    <message>
        <source>Title of the item, for items that no catalogue names.</source>
        <translation>商品标题，用于商品目录中未列出的商品。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Number of the user, customer or session.</source>
        <translation>用户、顾客或会话的编号。</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Impression, click, cart, purchase, search or review.</source>
        <translation>曝光、点击、加购、购买、搜索或评价。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it happened.</source>
        <translation>事件发生的时间。</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>What the user had searched for.</source>
        <translation>用户搜索的内容。</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How many pieces; negative for a return.</source>
        <translation>件数；退货为负数。</translation>
    </message>
    <message>
        <source>Relevance label</source>
        <translation>相关性标签</translation>
    </message>
    <message>
        <source>A rating or relevance that was given to the row.</source>
        <translation>该行被赋予的评分或相关性。</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place on the result page, from 1.</source>
        <translation>在结果页中的位置，从 1 开始。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Order or invoice; a number that starts with C marks a cancellation.</source>
        <translation>订单或发票号；以 C 开头的编号表示取消。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Currency of the price.</source>
        <translation>价格的币种。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Path or address of the picture.</source>
        <translation>图片的路径或网址。</translation>
    </message>
    <message>
        <source>When the item was added or changed.</source>
        <translation>商品添加或更改的时间。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>One visit of a user.</source>
        <translation>用户的一次访问。</translation>
    </message>
    <message>
        <source>The text of the query.</source>
        <translation>查询的文本。</translation>
    </message>
    <message>
        <source>Query number</source>
        <translation>查询编号</translation>
    </message>
    <message>
        <source>What tells queries apart where another file names them by number.</source>
        <translation>其他文件用编号指代查询时，用于区分查询。</translation>
    </message>
    <message>
        <source>Number of the query, where the queries were imported with theirs.</source>
        <translation>查询的编号（当导入的查询带有编号时）。</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>相关性等级</translation>
    </message>
    <message>
        <source>How relevant the item is, as a number: more is better.</source>
        <translation>商品的相关程度，用数字表示：越大越相关。</translation>
    </message>
    <message>
        <source>How relevant the item is, in words, such as exact or substitute.</source>
        <translation>商品的相关程度，用文字表示，例如 exact 或 substitute。</translation>
    </message>
    <message>
        <source>Who wrote it.</source>
        <translation>评价的作者。</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Stars or points.</source>
        <translation>星级或分数。</translation>
    </message>
    <message>
        <source>Heading of the review.</source>
        <translation>评价的标题。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>What the review says.</source>
        <translation>评价的内容。</translation>
    </message>
    <message>
        <source>A class given to the review, such as positive or negative.</source>
        <translation>评价被赋予的类别，例如 positive 或 negative。</translation>
    </message>
    <message>
        <source>When it was written.</source>
        <translation>评价撰写的时间。</translation>
    </message>
    <message>
        <source>Event number</source>
        <translation>事件编号</translation>
    </message>
    <message>
        <source>Number of the event, as exported rows of events have it, where events are divided.</source>
        <translation>事件的编号，如导出的事件行所带的编号，用于按事件划分时。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>train, validation or test.</source>
        <translation>train、validation 或 test。</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>the quote that opens here is never closed</source>
        <translation>此处开始的引号没有闭合</translation>
    </message>
    <message>
        <source>the escape “{found}” is not known; there are \&quot; \&apos; \\ \n \r \t and \u with four hex digits</source>
        <translation>无法识别转义“{found}”；可用的有 \&quot; \&apos; \\ \n \r \t 以及 \u 加四位十六进制数字</translation>
    </message>
    <message>
        <source>expected {expected}, but found “{found}”</source>
        <translation>此处应为 {expected}，却遇到“{found}”</translation>
    </message>
    <message>
        <source>expected {expected}, but the filter ends here</source>
        <translation>此处应为 {expected}，但筛选条件到此结束</translation>
    </message>
    <message>
        <source>there is no column “{found}”; there are {expected}</source>
        <translation>没有列“{found}”；现有的列：{expected}</translation>
    </message>
    <message>
        <source>“{found}” is no number; write one such as 12, 0.5 or 1.5k</source>
        <translation>“{found}”不是数字；请按 12、0.5 或 1.5k 的形式书写</translation>
    </message>
    <message>
        <source>“{found}” is no time; write 2011, 2011-12, 2011-12-09 or &quot;2011-12-09 12:50&quot;</source>
        <translation>“{found}”不是时间；请按 2011、2011-12、2011-12-09 或 &quot;2011-12-09 12:50&quot; 的形式书写</translation>
    </message>
    <message>
        <source>“{found}” is none of {expected}</source>
        <translation>“{found}”不在可选值之列：{expected}</translation>
    </message>
    <message>
        <source>“{found}” does not go with this column; use {expected}</source>
        <translation>“{found}”不适用于此列；请使用 {expected}</translation>
    </message>
    <message>
        <source>the filter has more than 500 tests; use “in (…)”</source>
        <translation>筛选条件中的判断超过 500 个；请使用“in (…)”</translation>
    </message>
    <message>
        <source>the parentheses are more than 100 deep</source>
        <translation>括号嵌套超过 100 层</translation>
    </message>
    <message>
        <source>Filter, character {position}: {sentence}.</source>
        <translation>筛选条件，第 {position} 个字符：{sentence}。</translation>
    </message>
    <message>
        <source>Did you mean “{suggestion}”?</source>
        <translation>您是否想输入“{suggestion}”？</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于其中之一</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>结尾是</translation>
    </message>
    <message>
        <source>matches (regular expression)</source>
        <translation>匹配（正则表达式）</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is not missing</source>
        <translation>不缺失</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>is not between</source>
        <translation>不介于</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于其中任何一个</translation>
    </message>
    <message>
        <source>does not start with</source>
        <translation>开头不是</translation>
    </message>
    <message>
        <source>does not end with</source>
        <translation>结尾不是</translation>
    </message>
    <message>
        <source>does not match (regular expression)</source>
        <translation>不匹配（正则表达式）</translation>
    </message>
    <message>
        <source>values, separated by commas</source>
        <translation>多个值，用逗号分隔</translation>
    </message>
</context>
<context>
    <name>ImportFile</name>
    <message>
        <source>%1 of %2 values in “%3” are no numbers: such rows are rejected.</source>
        <translation>“%3”中的 %2 个值里有 %1 个不是数字：这些行会被拒绝。</translation>
    </message>
    <message>
        <source>“%1” does not look like numbers: rows with anything else in it are rejected.</source>
        <translation>“%1”看起来不是数字：含有其他内容的行会被拒绝。</translation>
    </message>
    <message>
        <source>%1 of %2 values in “%3” are no times: such rows are rejected.</source>
        <translation>“%3”中的 %2 个值里有 %1 个不是时间：这些行会被拒绝。</translation>
    </message>
    <message>
        <source>“%1” does not look like times: rows with anything else in it are rejected.</source>
        <translation>“%1”看起来不是时间：含有其他内容的行会被拒绝。</translation>
    </message>
    <message>
        <source>Columns without a field are kept with each row: %1</source>
        <translation>没有对应字段的列随每行保留：%1</translation>
    </message>
    <message>
        <source>Columns that are left out: %1</source>
        <translation>不导入的列：%1</translation>
    </message>
    <message>
        <source>Personal data would be kept as it is in: %1. See Privacy.</source>
        <translation>以下列中的个人数据将原样保留：%1。请看“隐私”。</translation>
    </message>
    <message>
        <source>The privacy rules of the profile “%1” cannot be read, so nothing is hidden: %2</source>
        <translation>无法读取配置“%1”中的隐私规则，因此不会隐藏任何内容：%2</translation>
    </message>
    <message>
        <source>A file of this name and size was imported before (%1). The same rows are not imported twice.</source>
        <translation>同名同大小的文件已导入过（%1）。相同的行不会导入两次。</translation>
    </message>
    <message>
        <source>%1 rows name no kind of event: each becomes “%2”. See Events.</source>
        <translation>%1 行没有写明事件种类：都将作为“%2”。请看“事件”。</translation>
    </message>
    <message>
        <source>Read as %1. If texts below are garbled, choose another encoding under Reading.</source>
        <translation>按 %1 读取。如果下面的文字是乱码，请在“读取”中选择其他编码。</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>profile “%1”</source>
        <translation>配置“%1”</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>a field is missing</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>%1 imported, %2 rejected</source>
        <translation>已导入 %1，被拒 %2</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Catalogue: one product per row</source>
        <translation>商品目录：每行一件商品</translation>
    </message>
    <message>
        <source>Log: one event per row</source>
        <translation>日志：每行一个事件</translation>
    </message>
    <message>
        <source>Queries: one search text per row</source>
        <translation>查询：每行一个搜索词</translation>
    </message>
    <message>
        <source>Relevance labels: query and item</source>
        <translation>相关性标注：查询与商品</translation>
    </message>
    <message>
        <source>Reviews: one opinion per row</source>
        <translation>评价：每行一条</translation>
    </message>
    <message>
        <source>Split made elsewhere: item and part</source>
        <translation>在别处做好的划分：商品与部分</translation>
    </message>
    <message>
        <source>impression</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>cart</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>review</source>
        <translation>评价</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Writing the catalogue</source>
        <translation>正在写入商品目录</translation>
    </message>
    <message>
        <source>Writing the log</source>
        <translation>正在写入日志</translation>
    </message>
    <message>
        <source>Reading predictions</source>
        <translation>正在读取预测结果</translation>
    </message>
    <message>
        <source>Exporting models</source>
        <translation>正在导出模型</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>正在重采样</translation>
    </message>
    <message>
        <source>resamples</source>
        <translation>次重采样</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>正在检查项目</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>正在读取行</translation>
    </message>
    <message>
        <source>Reading items</source>
        <translation>正在读取商品</translation>
    </message>
    <message>
        <source>Storing the split</source>
        <translation>正在保存划分</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Opening the engine</source>
        <translation>正在打开引擎</translation>
    </message>
    <message>
        <source>Learning the vocabulary</source>
        <translation>正在学习词表</translation>
    </message>
    <message>
        <source>Encoding texts</source>
        <translation>正在编码文本</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Looking at every value</source>
        <translation>正在查看所有值</translation>
    </message>
    <message>
        <source>Finding the encoding</source>
        <translation>正在识别编码</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Looking for personal data</source>
        <translation>正在查找个人数据</translation>
    </message>
    <message>
        <source>Checking the sealed file</source>
        <translation>正在检查封存文件</translation>
    </message>
    <message>
        <source>Making the key</source>
        <translation>正在生成密钥</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>正在加密封存</translation>
    </message>
    <message>
        <source>Opening the sealed file</source>
        <translation>正在打开封存文件</translation>
    </message>
    <message>
        <source>Overwriting what lay open</source>
        <translation>正在覆写残留的明文</translation>
    </message>
    <message>
        <source>Writing rows</source>
        <translation>正在写入行</translation>
    </message>
    <message>
        <source>Sorting values</source>
        <translation>正在排序值</translation>
    </message>
    <message>
        <source>Sorting rows</source>
        <translation>正在排序行</translation>
    </message>
    <message>
        <source>Numbering rows</source>
        <translation>正在为行编号</translation>
    </message>
    <message>
        <source>Counting rows</source>
        <translation>正在统计行数</translation>
    </message>
    <message>
        <source>Filtering rows</source>
        <translation>正在筛选行</translation>
    </message>
    <message>
        <source>Looking for what the step changes</source>
        <translation>正在查找该步骤会更改的内容</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>正在清洗</translation>
    </message>
    <message>
        <source>Taking steps back</source>
        <translation>正在撤销步骤</translation>
    </message>
    <message>
        <source>Compacting the project</source>
        <translation>正在压缩项目</translation>
    </message>
    <message>
        <source>Counting who is alike</source>
        <translation>正在统计彼此相同的用户</translation>
    </message>
    <message>
        <source>Replacing user ids</source>
        <translation>正在替换用户 ID</translation>
    </message>
    <message>
        <source>Replacing ids</source>
        <translation>正在替换 ID</translation>
    </message>
    <message>
        <source>Hiding personal data</source>
        <translation>正在隐藏个人数据</translation>
    </message>
    <message>
        <source>Writing the project file anew</source>
        <translation>正在重新写入项目文件</translation>
    </message>
    <message>
        <source>Looking at the columns</source>
        <translation>正在查看各列</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查找重复项</translation>
    </message>
    <message>
        <source>Looking for leaks</source>
        <translation>正在查找泄漏</translation>
    </message>
    <message>
        <source>Removing rows</source>
        <translation>正在移除行</translation>
    </message>
    <message>
        <source>Dividing</source>
        <translation>正在划分</translation>
    </message>
    <message>
        <source>Checking the split</source>
        <translation>正在检查划分</translation>
    </message>
    <message>
        <source>Reading the split</source>
        <translation>正在读取划分</translation>
    </message>
    <message>
        <source>Writing the split</source>
        <translation>正在写入划分</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>Counting events</source>
        <translation>正在统计事件</translation>
    </message>
    <message>
        <source>Copying runs</source>
        <translation>正在复制运行</translation>
    </message>
    <message>
        <source>Writing a viewer copy</source>
        <translation>正在写入查看副本</translation>
    </message>
    <message>
        <source>Counting values</source>
        <translation>正在统计取值</translation>
    </message>
    <message>
        <source>Testing the power law</source>
        <translation>正在检验幂律</translation>
    </message>
    <message>
        <source>Following the events over time</source>
        <translation>正在按时间跟踪事件</translation>
    </message>
    <message>
        <source>Looking for what separates the buckets</source>
        <translation>正在寻找区分各桶的因素</translation>
    </message>
    <message>
        <source>Reading the names</source>
        <translation>正在读取名称</translation>
    </message>
</context>
<context>
    <name>LabCharts</name>
    <message>
        <source>What a border there would mean</source>
        <translation>边界放在此处意味着什么</translation>
    </message>
    <message>
        <source>entities in the head</source>
        <translation>头部的实体数</translation>
    </message>
    <message>
        <source>share or index, 0 to 1</source>
        <translation>比例或指标，0 到 1</translation>
    </message>
    <message>
        <source>support of the head</source>
        <translation>头部的支持数</translation>
    </message>
    <message>
        <source>Gini within the head</source>
        <translation>头部内的基尼系数</translation>
    </message>
    <message>
        <source>Gini within the rest</source>
        <translation>其余部分的基尼系数</translation>
    </message>
    <message>
        <source>normalised entropy of the rest</source>
        <translation>其余部分的归一化熵</translation>
    </message>
    <message>
        <source>mean support of the rest / of all</source>
        <translation>其余部分 / 全部的平均支持数</translation>
    </message>
    <message>
        <source>%1 entities in the head
%2: %3</source>
        <translation>头部有 %1 个实体
%2：%3</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Length of the title (characters)</source>
        <translation>标题长度（字符）</translation>
    </message>
    <message>
        <source>Length of the description (characters)</source>
        <translation>描述长度（字符）</translation>
    </message>
    <message>
        <source>Age (days since the first event)</source>
        <translation>年龄（自首次事件起的天数）</translation>
    </message>
    <message>
        <source>What tells the bucket of an item</source>
        <translation>什么能说明商品的分桶</translation>
    </message>
    <message>
        <source>of what is to know about the bucket</source>
        <translation>占分桶信息的比例</translation>
    </message>
    <message>
        <source>The items have no category, brand, price or other column. Import a catalogue.</source>
        <translation>商品没有类目、品牌、价格或其他列。请导入商品目录。</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已解释</translation>
    </message>
    <message>
        <source>%1 tells %2 of the bucket
%3 nats of %4 items, chance taken out</source>
        <translation>%1 说明了分桶的 %2
%4 件商品，%3 奈特，已扣除偶然部分</translation>
    </message>
    <message>
        <source>%1 by bucket</source>
        <translation>%1（按桶）</translation>
    </message>
    <message>
        <source>share of the items</source>
        <translation>商品的比例</translation>
    </message>
    <message>
        <source>%1, %2
%3 items (%4), support %5</source>
        <translation>%1，%2
%3 件商品（%4），支持数 %5</translation>
    </message>
    <message>
        <source>the %1 most frequent of %2 values</source>
        <translation>%2 个值中最常见的 %1 个</translation>
    </message>
    <message>
        <source>Support of %1</source>
        <translation>%1 的支持数</translation>
    </message>
    <message>
        <source>None of them has support.</source>
        <translation>它们都没有支持数。</translation>
    </message>
    <message>
        <source>%1
support %2 (%3), %4</source>
        <translation>%1
支持数 %2（%3），%4</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 others: %2 of the support</source>
        <translation>其他 %1 个：占支持数的 %2</translation>
    </message>
    <message>
        <source>median and quartiles</source>
        <translation>中位数和四分位数</translation>
    </message>
    <message>
        <source>%1: %2 (%3 to %4), known of %5 items</source>
        <translation>%1：%2（%3 至 %4），已知 %5 件商品</translation>
    </message>
    <message>
        <source>%1 entities here</source>
        <translation>此处有 %1 个实体</translation>
    </message>
    <message>
        <source>shown and wanted</source>
        <translation>有曝光且有需求</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>没有曝光</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>没有需求</translation>
    </message>
    <message>
        <source>neither shown nor wanted</source>
        <translation>既无曝光也无需求</translation>
    </message>
    <message>
        <source>Exposure and demand</source>
        <translation>曝光与需求</translation>
    </message>
    <message>
        <source>impressions</source>
        <translation>曝光次数</translation>
    </message>
    <message>
        <source>%1 per impression, corrected for the position</source>
        <translation>每次曝光的%1，已校正位置</translation>
    </message>
    <message>
        <source>%1 per impression, shrunk towards the mean</source>
        <translation>每次曝光的%1，已向均值收缩</translation>
    </message>
    <message>
        <source>Nothing was shown yet.</source>
        <translation>尚无任何曝光。</translation>
    </message>
    <message>
        <source>%1
shown %2 times, wanted %3 times: %4
%5</source>
        <translation>%1
曝光 %2 次，需求 %3 次：%4
%5</translation>
    </message>
    <message>
        <source>Not shown or not wanted?</source>
        <translation>没有曝光还是没有需求？</translation>
    </message>
    <message>
        <source>share of the bucket</source>
        <translation>占该桶的比例</translation>
    </message>
    <message>
        <source>%1, %2: %3 entities (%4)</source>
        <translation>%1，%2：%3 个实体（%4）</translation>
    </message>
    <message>
        <source>Who looks at a position</source>
        <translation>各位置被查看的情况</translation>
    </message>
    <message>
        <source>position in the list</source>
        <translation>列表中的位置</translation>
    </message>
    <message>
        <source>looked at, relative to the first</source>
        <translation>被查看的概率（相对第一位）</translation>
    </message>
    <message>
        <source>The log gives no positions with its impressions and %1: the rates cannot be corrected for them. Map the field “position” when importing.</source>
        <translation>日志没有给出曝光和%1的位置：无法按位置校正比率。导入时请映射“position”字段。</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>被查看</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Support over time</source>
        <translation>支持数随时间的变化</translation>
    </message>
    <message>
        <source>first day of the %1</source>
        <translation>每%1的第一天</translation>
    </message>
    <message>
        <source>share of the events</source>
        <translation>事件的比例</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>From one %1 to the next</source>
        <translation>从一%1到下一%1</translation>
    </message>
    <message>
        <source>bucket afterwards</source>
        <translation>之后的桶</translation>
    </message>
    <message>
        <source>bucket before</source>
        <translation>之前的桶</translation>
    </message>
    <message>
        <source>share that goes there</source>
        <translation>流向该处的比例</translation>
    </message>
    <message>
        <source>%1 → %2: %3 (%4)</source>
        <translation>%1 → %2：%3（%4）</translation>
    </message>
    <message>
        <source>One period alone has no next one.</source>
        <translation>只有一个时期，没有下一个。</translation>
    </message>
    <message>
        <source>New, active and silent</source>
        <translation>新增、活跃与沉默</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>seen before, silent now</source>
        <translation>曾出现，现沉默</translation>
    </message>
    <message>
        <source>Weekly rhythm</source>
        <translation>每周规律</translation>
    </message>
    <message>
        <source>above the trend</source>
        <translation>高于趋势</translation>
    </message>
    <message>
        <source>Three weeks of events are needed for a weekly rhythm.</source>
        <translation>需要三周的事件才能看出每周规律。</translation>
    </message>
    <message>
        <source>Half-life of popularity</source>
        <translation>热度半衰期</translation>
    </message>
    <message>
        <source>days until half of the events (quartiles)</source>
        <translation>达到一半事件的天数（四分位数）</translation>
    </message>
    <message>
        <source>No entity has ten events and begins in the first half of the time.</source>
        <translation>没有实体有十个事件且始于前半段时间。</translation>
    </message>
    <message>
        <source>%1: %2 days (%3 to %4), %5 entities</source>
        <translation>%1：%2 天（%3 至 %4），%5 个实体</translation>
    </message>
    <message>
        <source>Rank and share of support</source>
        <translation>秩与支持数占比</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>share of support</source>
        <translation>支持数占比</translation>
    </message>
    <message>
        <source>Lorenz curves</source>
        <translation>洛伦兹曲线</translation>
    </message>
    <message>
        <source>share of entities, ascending</source>
        <translation>实体占比（升序）</translation>
    </message>
    <message>
        <source>equality</source>
        <translation>完全均等</translation>
    </message>
    <message>
        <source>Support on both sides</source>
        <translation>两侧的支持数</translation>
    </message>
    <message>
        <source>No entity has support on both sides.</source>
        <translation>没有实体在两侧都有支持数。</translation>
    </message>
    <message>
        <source>%1
%2: %3, %4: %5</source>
        <translation>%1
%2：%3，%4：%5</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>（缺失）</translation>
    </message>
    <message>
        <source>Calendar of the events: %1</source>
        <translation>事件日历：%1</translation>
    </message>
    <message>
        <source>Calendar of the events</source>
        <translation>事件日历</translation>
    </message>
    <message>
        <source>%1: %2 events</source>
        <translation>%1：%2 个事件</translation>
    </message>
    <message>
        <source>the stronger the colour, the more: up to %1</source>
        <translation>颜色越浓越多：最多 %1</translation>
    </message>
    <message>
        <source>seasonal strength %1</source>
        <translation>季节性强度 %1</translation>
    </message>
    <message>
        <source>Months of the year</source>
        <translation>各月份</translation>
    </message>
    <message>
        <source>a day, above the mean day</source>
        <translation>每天高于日均</translation>
    </message>
    <message>
        <source>above the mean day</source>
        <translation>高于日均</translation>
    </message>
    <message>
        <source>mean of the entities, %1</source>
        <translation>各实体的平均，%1</translation>
    </message>
    <message>
        <source>events (purchases behind the %1)</source>
        <translation>事件（构成%1的购买）</translation>
    </message>
    <message>
        <source>Imbalance ratio</source>
        <translation>不平衡比</translation>
    </message>
    <message>
        <source>Between-class difference</source>
        <translation>类间差异</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>Entropy (nats)</source>
        <translation>熵（nats）</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>归一化熵</translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation>有效数</translation>
    </message>
    <message>
        <source>KL to uniform</source>
        <translation>与均匀分布的 KL 散度</translation>
    </message>
    <message>
        <source>JS to uniform</source>
        <translation>与均匀分布的 JS 散度</translation>
    </message>
    <message>
        <source>Wasserstein to uniform</source>
        <translation>与均匀分布的 Wasserstein 距离</translation>
    </message>
    <message>
        <source>Theil T</source>
        <translation>泰尔 T 指数</translation>
    </message>
    <message>
        <source>Atkinson (ε = 0.5)</source>
        <translation>阿特金森指数（ε = 0.5）</translation>
    </message>
    <message>
        <source>LRID</source>
        <translation>LRID</translation>
    </message>
    <message>
        <source>Share of the top 1 %</source>
        <translation>前 1 % 的占比</translation>
    </message>
    <message>
        <source>Share of the top 20 %</source>
        <translation>前 20 % 的占比</translation>
    </message>
    <message>
        <source>Share of the bottom 50 %</source>
        <translation>后 50 % 的占比</translation>
    </message>
    <message>
        <source>%1 on both sides of the border</source>
        <translation>边界两侧的%1</translation>
    </message>
    <message>
        <source>within the head</source>
        <translation>头部之内</translation>
    </message>
    <message>
        <source>within the rest</source>
        <translation>其余部分之内</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Catalogue rows</source>
        <translation>商品目录行数</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Cart additions</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Quantity sold</source>
        <translation>销量</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Training rows of the split</source>
        <translation>划分中的训练行数</translation>
    </message>
    <message>
        <source>Reviews (texts)</source>
        <translation>评论（文本）</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>E-mail address</source>
        <translation>电子邮箱地址</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>身份证件</translation>
    </message>
    <message>
        <source>Payment card</source>
        <translation>支付卡</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>街道地址</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Events repeat others in every column. The step “Exact duplicates” of cleaning drops them.</source>
        <translation>有些事件在所有列上都与其他事件重复。清洗步骤“完全重复”可丢弃它们。</translation>
    </message>
    <message>
        <source>No event repeats another in every column.</source>
        <translation>没有事件在所有列上与其他事件重复。</translation>
    </message>
    <message>
        <source>Items share their title with others: the same product under several numbers? The step “Key duplicates” of cleaning merges them.</source>
        <translation>有些商品的标题与其他商品相同：是否为同一产品使用了多个编号？清洗步骤“按键重复”可合并它们。</translation>
    </message>
    <message>
        <source>No two items have the same title.</source>
        <translation>没有两个商品的标题相同。</translation>
    </message>
    <message>
        <source>Items with the same title have different labels: no model can learn both.</source>
        <translation>标题相同的商品带有不同的标签：任何模型都无法同时学会两者。</translation>
    </message>
    <message>
        <source>Items of validation or test have a title that also occurs in training: results may look better than they are.</source>
        <translation>验证集或测试集中有商品的标题也出现在训练集中：结果可能看起来比实际更好。</translation>
    </message>
    <message>
        <source>No title of validation or test occurs in training.</source>
        <translation>验证集和测试集中没有标题出现在训练集中。</translation>
    </message>
    <message>
        <source>The split was grouped, but groups have rows in training and in another part.</source>
        <translation>该划分按组进行，但有些组在训练集和其他部分中都有行。</translation>
    </message>
    <message>
        <source>How many users, sessions and items are in training and in another part of a split of events.</source>
        <translation>在一个事件划分中，有多少用户、会话和商品同时出现在训练集和其他部分中。</translation>
    </message>
    <message>
        <source>A column says the label outright: a model that sees it needs to learn nothing.</source>
        <translation>有一列直接给出了标签：看到该列的模型无需学习任何东西。</translation>
    </message>
    <message>
        <source>Most titles hold their label as a word: learning it may be looking it up.</source>
        <translation>大多数标题中含有其标签这个词：学习可能只是查找该词。</translation>
    </message>
    <message>
        <source>The values of a column nearly always go with one label, as those of an id would: a model that sees it may learn them by heart.</source>
        <translation>某一列的值几乎总是对应同一个标签，如同 ID 一般：看到该列的模型可能会死记硬背这些值。</translation>
    </message>
    <message>
        <source>Items are sorted by label: their order and running numbers tell it. Give neither to a model.</source>
        <translation>商品按标签排序：其顺序和流水号会透露标签。请勿将二者提供给模型。</translation>
    </message>
    <message>
        <source>Training rows are later than the first row of test: the model learns from the future. A split by time prevents it.</source>
        <translation>有训练行晚于测试集的第一行：模型会从未来学习。按时间划分可避免这种情况。</translation>
    </message>
    <message>
        <source>No training row is later than the first row of test.</source>
        <translation>没有训练行晚于测试集的第一行。</translation>
    </message>
    <message>
        <source>Rows of the file repeat others in every column.</source>
        <translation>文件中有些行在所有列上都与其他行重复。</translation>
    </message>
    <message>
        <source>No row of the file repeats another in every column.</source>
        <translation>文件中没有行在所有列上与其他行重复。</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>标题相同</translation>
    </message>
    <message>
        <source>same but for case and spaces</source>
        <translation>仅大小写和空格不同</translation>
    </message>
    <message>
        <source>same words</source>
        <translation>词相同</translation>
    </message>
    <message>
        <source>titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>grouped by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>users in both</source>
        <translation>两边都有的用户</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>sessions in both</source>
        <translation>两边都有的会话</translation>
    </message>
    <message>
        <source>items in both</source>
        <translation>两边都有的商品</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>changes of label</source>
        <translation>标签变化次数</translation>
    </message>
    <message>
        <source>expected if shuffled</source>
        <translation>打乱后的期望值</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>未发现任何问题。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>top 1 %</source>
        <translation>前 1 %</translation>
    </message>
    <message>
        <source>top 20 %</source>
        <translation>前 20 %</translation>
    </message>
    <message>
        <source>largest : smallest</source>
        <translation>最大 : 最小</translation>
    </message>
    <message>
        <source>Columns with the most uneven values:</source>
        <translation>取值最不均匀的列：</translation>
    </message>
    <message>
        <source>Gini %1, most frequent value %2 of the rows</source>
        <translation>基尼系数 %1，最常见的值占全部行的 %2</translation>
    </message>
    <message>
        <source>Nothing can be counted yet.</source>
        <translation>尚无可统计的内容。</translation>
    </message>
</context>
<context>
    <name>QualityColumnModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 to %2 characters</source>
        <translation>%1 至 %2 个字符</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1 missing, %2 null, %3 empty texts</source>
        <translation>%1 个缺失，%2 个 null，%3 个空文本</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Histogram on a logarithmic axis</source>
        <translation>对数坐标轴直方图</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>The most frequent values</source>
        <translation>最常见的值</translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>The row has fewer columns than the header.</source>
        <translation>该行的列数少于表头。</translation>
    </message>
    <message>
        <source>The row has more columns than the header.</source>
        <translation>该行的列数多于表头。</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>文本不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>The text holds a NUL byte.</source>
        <translation>文本中含有 NUL 字节。</translation>
    </message>
    <message>
        <source>There is text after a closing quote.</source>
        <translation>右引号之后还有文本。</translation>
    </message>
    <message>
        <source>A required value is missing.</source>
        <translation>缺少必填值。</translation>
    </message>
    <message>
        <source>The value is not a number that fits here (prices and positions: 0 or more).</source>
        <translation>该值不是此处可用的数字（价格和位置须为 0 或以上）。</translation>
    </message>
    <message>
        <source>The value is not a date or time.</source>
        <translation>该值不是日期或时间。</translation>
    </message>
    <message>
        <source>The value is not a kind of event.</source>
        <translation>该值不是事件类型。</translation>
    </message>
    <message>
        <source>An earlier row has the same id.</source>
        <translation>前面已有行使用相同的 ID。</translation>
    </message>
    <message>
        <source>The line is no complete JSON value.</source>
        <translation>该行不是完整的 JSON 值。</translation>
    </message>
    <message>
        <source>The line is neither a JSON object nor a list.</source>
        <translation>该行既不是 JSON 对象也不是列表。</translation>
    </message>
    <message>
        <source>No imported query has this number. Import the queries first.</source>
        <translation>已导入的查询中没有此编号。请先导入查询。</translation>
    </message>
    <message>
        <source>There is no such item. Import its catalogue first.</source>
        <translation>没有这个商品。请先导入其商品目录。</translation>
    </message>
    <message>
        <source>The item has neither a label nor a category.</source>
        <translation>该商品既没有标签也没有类目。</translation>
    </message>
    <message>
        <source>There is no event with this number.</source>
        <translation>没有此编号的事件。</translation>
    </message>
    <message>
        <source>The value is no part of a split: train, validation or test.</source>
        <translation>该值不是划分的组成部分：train、validation 或 test。</translation>
    </message>
</context>
<context>
    <name>RejectModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>RuleCommand</name>
    <message>
        <source>Move bucket borders</source>
        <translation>移动分桶边界</translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未纳入</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>商品目录</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>行为日志</translation>
    </message>
    <message>
        <source>%1: %2 rows read = %3 imported + %4 rejected + %5 left out.</source>
        <translation>%1：读取 %2 行 = 导入 %3 行 + 被拒 %4 行 + 未纳入 %5 行。</translation>
    </message>
    <message>
        <source>cancellations</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>rows without a user</source>
        <translation>没有用户的行</translation>
    </message>
    <message>
        <source>rows with price 0</source>
        <translation>价格为 0 的行</translation>
    </message>
    <message>
        <source>rows with a negative quantity</source>
        <translation>数量为负的行</translation>
    </message>
    <message>
        <source>items with several titles</source>
        <translation>有多个标题的商品</translation>
    </message>
    <message>
        <source>repeated rows</source>
        <translation>重复行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Notes: %1.</source>
        <translation>备注：%1。</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Relevance labels</source>
        <translation>相关性标签</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>rows that update an earlier one</source>
        <translation>更新先前行的行</translation>
    </message>
    <message>
        <source>rows of a kind to ignore</source>
        <translation>类型属于应忽略之列的行</translation>
    </message>
</context>
<context>
    <name>SplitClassModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>SplitModel</name>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>%1, made %2, seed %3</source>
        <translation>%1，创建于 %2，随机种子 %3</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>Validation and test rows whose title also occurs in training.</source>
        <translation>标题也出现在训练集中的验证行和测试行。</translation>
    </message>
    <message>
        <source>; fold %1 of %2 of “%3”</source>
        <translation>；“%3”的第 %1 折，共 %2 折</translation>
    </message>
    <message>
        <source>; frozen, because runs use it</source>
        <translation>；已冻结，因为有运行使用它</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Of events: see the check.</source>
        <translation>事件的划分：请查看检查结果。</translation>
    </message>
</context>
<context>
    <name>SplitPreview</name>
    <message>
        <source>training %1 · validation %2 · test %3</source>
        <translation>训练 %1 · 验证 %2 · 测试 %3</translation>
    </message>
    <message>
        <source>training %1, validation %2, test %3</source>
        <translation>训练 %1，验证 %2，测试 %3</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 个已取消</translation>
    </message>
    <message>
        <source>%1 of other kinds</source>
        <translation>%1 个属于其他类型</translation>
    </message>
    <message>
        <source>%1 without a user</source>
        <translation>%1 个没有用户</translation>
    </message>
    <message>
        <source>%1 without a time</source>
        <translation>%1 个没有时间</translation>
    </message>
    <message>
        <source>%1 without a class</source>
        <translation>%1 个没有类别</translation>
    </message>
    <message>
        <source>%1 later than the fold</source>
        <translation>%1 个晚于该折</translation>
    </message>
</context>
<context>
    <name>SplitText</name>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>product (same title)</source>
        <translation>产品（标题相同）</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>long-tailed, %1 : 1</source>
        <translation>长尾，%1 : 1</translation>
    </message>
    <message>
        <source>stratified by %1</source>
        <translation>按%1分层</translation>
    </message>
    <message>
        <source>grouped by %1</source>
        <translation>按%1分组</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>last %1 of each user</source>
        <translation>每个用户的最后 %1 个</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
</context>
<context>
    <name>Strategy</name>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Rows of the catalogue; at least one for each class.</source>
        <translation>商品目录的行数；每个类别至少一行。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Users who search; some of them often, most of them rarely.</source>
        <translation>进行搜索的用户；少数经常搜索，多数很少搜索。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Rows of the log: impressions, clicks, carts and purchases.</source>
        <translation>日志的行数：曝光、点击、加购和购买。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Leaf categories, from large to small by Zipf’s law.</source>
        <translation>叶子类目，按齐夫定律从大到小排列。</translation>
    </message>
    <message>
        <source>Exponent s</source>
        <translation>指数 s</translation>
    </message>
    <message>
        <source>Popularity of the item of rank r: p(r) ∝ 1/(r+q)^s (Zipf–Mandelbrot).</source>
        <translation>排名为 r 的商品的热度：p(r) ∝ 1/(r+q)^s（Zipf–Mandelbrot）。</translation>
    </message>
    <message>
        <source>Offset q</source>
        <translation>偏移 q</translation>
    </message>
    <message>
        <source>Flattens the head of p(r) ∝ 1/(r+q)^s.</source>
        <translation>使 p(r) ∝ 1/(r+q)^s 的头部更平缓。</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <source>Share of the items whose category and label are wrong.</source>
        <translation>类目和标签有误的商品所占比例。</translation>
    </message>
    <message>
        <source>Position bias b</source>
        <translation>位置偏差 b</translation>
    </message>
    <message>
        <source>A result at position k is looked at with probability 1/k^b.</source>
        <translation>位置 k 的结果被看到的概率为 1/k^b。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same files.</source>
        <translation>相同的随机种子生成相同的文件。</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Share of the words that change places; 0 = never swap.</source>
        <translation>交换位置的词所占比例；0 = 从不交换。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Share of the words that are left out; 0 = never delete.</source>
        <translation>被删去的词所占比例；0 = 从不删除。</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Words put in, as a share of the words there are: synonyms where there is a file of them, else words of other titles of the class; 0 = never insert.</source>
        <translation>插入的词数占原有词数的比例：有同义词文件时插入同义词，否则插入同类别其他标题中的词；0 = 从不插入。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Share of the words replaced by a synonym from the file; 0 = never replace.</source>
        <translation>用文件中的同义词替换的词所占比例；0 = 从不替换。</translation>
    </message>
    <message>
        <source>File of synonyms</source>
        <translation>同义词文件</translation>
    </message>
    <message>
        <source>UTF-8 text, one group of synonyms a line, separated by tabs or commas; lines with # are comments. May stay empty.</source>
        <translation>UTF-8 文本，每行一组同义词，以制表符或逗号分隔；以 # 开头的行为注释。可留空。</translation>
    </message>
    <message>
        <source>Which classes get new rows.</source>
        <translation>哪些类别获得新行。</translation>
    </message>
    <message>
        <source>Bucket rule</source>
        <translation>分桶规则</translation>
    </message>
    <message>
        <source>Which classes are mid and tail: share:0.8,0.95, shots:100,20, thresholds:1000,100 or quantiles:0.2,0.5.</source>
        <translation>哪些类别属于中部和尾部：share:0.8,0.95、shots:100,20、thresholds:1000,100 或 quantiles:0.2,0.5。</translation>
    </message>
    <message>
        <source>Share of the largest class</source>
        <translation>占最大类别的比例</translation>
    </message>
    <message>
        <source>Rows are added until the class has this share of the largest class.</source>
        <translation>不断添加行，直到该类别达到最大类别的这一比例。</translation>
    </message>
    <message>
        <source>Most copies per row</source>
        <translation>每行最多副本数</translation>
    </message>
    <message>
        <source>No row is the parent of more than this many new rows.</source>
        <translation>任何一行派生的新行都不超过此数。</translation>
    </message>
    <message>
        <source>Word edits (EDA)</source>
        <translation>词编辑（EDA）</translation>
    </message>
    <message>
        <source>New rows for small classes: words of a training title are swapped, deleted, inserted or replaced by synonyms. Model names and numbers stay as they are.</source>
        <translation>为小类别生成新行：对训练标题中的词进行交换、删除、插入或同义词替换。型号名称和数字保持不变。</translation>
    </message>
    <message>
        <source>Balanced softmax</source>
        <translation>平衡 Softmax</translation>
    </message>
    <message>
        <source>Cross entropy of z + ln n in training, plain z in prediction: the model need not learn how frequent the classes are.</source>
        <translation>训练时使用 z + ln n 的交叉熵，预测时直接使用 z：模型无需学习各类别的频率。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>inverse: 1/n; inverse_sqrt: 1/√n; effective_number: (1 − β)/(1 − βⁿ), with n = training rows of the class.</source>
        <translation>inverse：1/n；inverse_sqrt：1/√n；effective_number：(1 − β)/(1 − βⁿ)，其中 n = 该类别的训练行数。</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Used by effective_number only: 0 weights all classes alike, values near 1 come close to 1/n.</source>
        <translation>仅用于 effective_number：0 表示所有类别权重相同，接近 1 时趋近于 1/n。</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>Cross entropy in which rows of rare classes count more. The weights average 1 over the classes.</source>
        <translation>稀有类别的行权重更大的交叉熵。各类别权重的平均值为 1。</translation>
    </message>
    <message>
        <source>Cross entropy (no remedy)</source>
        <translation>交叉熵（不作处理）</translation>
    </message>
    <message>
        <source>Every row counts the same: l = −ln p of the true class. The baseline of all comparisons.</source>
        <translation>每一行同等重要：l = −ln p，p 为真实类别的概率。所有比较的基线。</translation>
    </message>
    <message>
        <source>Focusing γ</source>
        <translation>聚焦参数 γ</translation>
    </message>
    <message>
        <source>How strongly easy rows are played down; 0 = plain cross entropy.</source>
        <translation>对易分行的抑制强度；0 = 普通交叉熵。</translation>
    </message>
    <message>
        <source>none, or class weights as in the strategy “Class weights” on top.</source>
        <translation>none，或额外叠加与“类别权重”策略相同的类别权重。</translation>
    </message>
    <message>
        <source>Focal loss</source>
        <translation>Focal 损失</translation>
    </message>
    <message>
        <source>Rows that are already right count less: l = −(1 − p)^γ ln p over the softmax.</source>
        <translation>已经分对的行权重更小：l = −(1 − p)^γ ln p，基于 Softmax。</translation>
    </message>
    <message>
        <source>Strength τ</source>
        <translation>强度 τ</translation>
    </message>
    <message>
        <source>0 = plain cross entropy, 1 = balanced softmax, more favours the tail.</source>
        <translation>0 = 普通交叉熵，1 = 平衡 Softmax，更大的值偏向尾部。</translation>
    </message>
    <message>
        <source>Logit-adjusted loss</source>
        <translation>Logit 调整损失</translation>
    </message>
    <message>
        <source>Cross entropy of z + τ ln π in training, plain z in prediction, with π = the class&apos;s share of the training rows.</source>
        <translation>训练时使用 z + τ ln π 的交叉熵，预测时直接使用 z，其中 π = 该类别占训练行的比例。</translation>
    </message>
    <message>
        <source>0 = no correction, 1 = as if all classes were equally frequent.</source>
        <translation>0 = 不校正，1 = 视为所有类别频率相同。</translation>
    </message>
    <message>
        <source>Post-hoc logit adjustment</source>
        <translation>事后 Logit 调整</translation>
    </message>
    <message>
        <source>Predicts the class with the largest z − τ ln π after training; nothing is trained anew. π = the class&apos;s share of the training rows.</source>
        <translation>训练后预测 z − τ ln π 最大的类别；无需重新训练。π = 该类别占训练行的比例。</translation>
    </message>
    <message>
        <source>Class-balanced sampling</source>
        <translation>类别均衡采样</translation>
    </message>
    <message>
        <source>Every epoch draws each class equally often, whatever its size (p ∝ n⁰).</source>
        <translation>每个轮次中各类别被抽取的次数相同，与其大小无关 (p ∝ n⁰)。</translation>
    </message>
    <message>
        <source>Classes are filled up to this share of the largest class: 1 = all alike, 0 = nothing is added.</source>
        <translation>将各类别补足到最大类别的这一比例：1 = 全部相同，0 = 不添加。</translation>
    </message>
    <message>
        <source>Random oversampling</source>
        <translation>随机过采样</translation>
    </message>
    <message>
        <source>Repeats rows of small classes, drawn at random, before training. Every original row stays once at least.</source>
        <translation>训练前随机抽取小类别的行进行重复。每个原始行至少保留一次。</translation>
    </message>
    <message>
        <source>Times the smallest class</source>
        <translation>最小类别的倍数</translation>
    </message>
    <message>
        <source>Each class is cut to at most this many times the smallest class: 1 = all alike.</source>
        <translation>各类别最多保留最小类别的这一倍数：1 = 全部相同。</translation>
    </message>
    <message>
        <source>Random undersampling</source>
        <translation>随机欠采样</translation>
    </message>
    <message>
        <source>Drops rows of large classes, chosen at random, before training: quick, but most of the head is not seen.</source>
        <translation>训练前随机丢弃大类别的行：速度快，但头部的大部分数据不会被看到。</translation>
    </message>
    <message>
        <source>Square-root sampling</source>
        <translation>平方根采样</translation>
    </message>
    <message>
        <source>Every epoch draws classes by the square root of their size (p ∝ √n): half-way to balance.</source>
        <translation>每个轮次按类别大小的平方根抽取类别 (p ∝ √n)：介于原始分布与均衡之间。</translation>
    </message>
    <message>
        <source>ERM</source>
        <translation>经验风险最小化（ERM）</translation>
    </message>
    <message>
        <source>Oversampling</source>
        <translation>过采样</translation>
    </message>
    <message>
        <source>Undersampling</source>
        <translation>欠采样</translation>
    </message>
    <message>
        <source>Inverse class weights</source>
        <translation>逆频率类别权重</translation>
    </message>
    <message>
        <source>Square-root class weights</source>
        <translation>平方根类别权重</translation>
    </message>
    <message>
        <source>Effective-number weights</source>
        <translation>有效数权重</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Augmentation + balanced softmax</source>
        <translation>数据增强 + 平衡 Softmax</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Passes over the training rows at most; 0 = the model&apos;s default.</source>
        <translation>最多遍历训练行的次数；0 = 模型默认值。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Rows per step; 0 = the model&apos;s default.</source>
        <translation>每步的行数；0 = 模型默认值。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Largest step size of AdamW; 0 = the model&apos;s default.</source>
        <translation>AdamW 的最大步长；0 = 模型默认值。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Decoupled weight decay of AdamW.</source>
        <translation>AdamW 的解耦权重衰减。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Share of all steps with a rising learning rate; linear decay follows.</source>
        <translation>学习率上升阶段占总步数的比例；之后线性衰减。</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Largest global gradient norm; 0 = no clipping.</source>
        <translation>全局梯度范数的上限；0 = 不裁剪。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>Epochs without a better validation metric before training stops; 0 = never.</source>
        <translation>验证指标连续多少轮次未提升后停止训练；0 = 从不停止。</translation>
    </message>
    <message>
        <source>Validation metric</source>
        <translation>验证指标</translation>
    </message>
    <message>
        <source>Chooses the best epoch and stops early.</source>
        <translation>用于选择最佳轮次和早停。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What the model reads of an item.</source>
        <translation>模型读取的商品内容。</translation>
    </message>
    <message>
        <source>Hash buckets</source>
        <translation>哈希桶数</translation>
    </message>
    <message>
        <source>Rows of the embedding table; n-grams are hashed into them.</source>
        <translation>嵌入表的行数；n-gram 经哈希映射到这些行。</translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation>嵌入维度</translation>
    </message>
    <message>
        <source>Numbers per n-gram.</source>
        <translation>每个 n-gram 的数值个数。</translation>
    </message>
    <message>
        <source>Word n-grams</source>
        <translation>词 n-gram</translation>
    </message>
    <message>
        <source>0 = no words, 1 = words, 2 = words and pairs of neighbours.</source>
        <translation>0 = 不用词，1 = 单词，2 = 单词和相邻词对。</translation>
    </message>
    <message>
        <source>Shortest character n-gram</source>
        <translation>最短字符 n-gram</translation>
    </message>
    <message>
        <source>In characters, inside words with marks at their ends.</source>
        <translation>以字符计，在词内截取，词首尾带标记。</translation>
    </message>
    <message>
        <source>Longest character n-gram</source>
        <translation>最长字符 n-gram</translation>
    </message>
    <message>
        <source>In characters; 0 = no character n-grams.</source>
        <translation>以字符计；0 = 不用字符 n-gram。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>Share of numbers set to zero in training.</source>
        <translation>训练时置零的数值所占比例。</translation>
    </message>
    <message>
        <source>Token dropout</source>
        <translation>词元随机失活</translation>
    </message>
    <message>
        <source>Share of n-grams or pieces left out of each row in training.</source>
        <translation>训练时每行中被略去的 n-gram 或子词所占比例。</translation>
    </message>
    <message>
        <source>Bag of n-grams</source>
        <translation>n-gram 袋</translation>
    </message>
    <message>
        <source>Hashed word and character n-grams, summed, under a linear head. Trains in seconds and reads any language.</source>
        <translation>哈希后的词与字符 n-gram 求和，再接线性分类头。数秒即可完成训练，可读取任何语言。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Subword pieces learnt from the training texts, at most; fewer when these are few.</source>
        <translation>从训练文本中学习的子词数上限；训练文本较少时子词数会更少。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Numbers per token in every layer; a multiple of the heads.</source>
        <translation>每层中每个词元的数值个数；须为注意力头数的倍数。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Transformer encoder layers.</source>
        <translation>Transformer 编码器的层数。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头数</translation>
    </message>
    <message>
        <source>Attention heads per layer.</source>
        <translation>每层的注意力头数。</translation>
    </message>
    <message>
        <source>Feed-forward size</source>
        <translation>前馈维度</translation>
    </message>
    <message>
        <source>Inner width of each layer&apos;s feed-forward part.</source>
        <translation>每层前馈部分的内部宽度。</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>最大文本长度</translation>
    </message>
    <message>
        <source>Texts are cut after this many pieces.</source>
        <translation>文本在达到此子词数后截断。</translation>
    </message>
    <message>
        <source>Small transformer</source>
        <translation>小型 Transformer</translation>
    </message>
    <message>
        <source>A two-layer transformer encoder trained from scratch, with a subword vocabulary learnt from the training texts.</source>
        <translation>从零训练的两层 Transformer 编码器，使用从训练文本中学习的子词词表。</translation>
    </message>
    <message>
        <source>Purchases they cancel</source>
        <translation>被取消的购买</translation>
    </message>
    <message>
        <source>None: they stay. Exact: for each cancellation the latest earlier purchase of the same user, item and quantity goes as well; each goes once.</source>
        <translation>无：保留这些购买。精确（exact）：每个取消都会一并去除同一用户、同一商品、同一数量的、在其之前最近的一次购买；每次购买只去除一次。</translation>
    </message>
    <message>
        <source>Same price</source>
        <translation>价格相同</translation>
    </message>
    <message>
        <source>A pair must have the same price.</source>
        <translation>配对双方的价格必须相同。</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Events with a negative quantity or an order number that starts with C; on wish the purchases that they cancel, too.</source>
        <translation>数量为负或订单号以 C 开头的事件；如有需要，也包括被它们取消的购买。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Which of the events that are alike stays.</source>
        <translation>相同的事件中保留哪一个。</translation>
    </message>
    <message>
        <source>Across files</source>
        <translation>跨文件</translation>
    </message>
    <message>
        <source>Events of different imports can be duplicates of one another, as where two exports overlap.</source>
        <translation>不同次导入的事件也可互为重复，例如两份导出数据有重叠时。</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Events that are alike in everything: item, user, kind, time, quantity, price, order and all other columns.</source>
        <translation>各方面都相同的事件：商品、用户、类型、时间、数量、价格、订单及所有其他列。</translation>
    </message>
    <message>
        <source>Negative prices</source>
        <translation>负价格</translation>
    </message>
    <message>
        <source>Such as corrections of the books.</source>
        <translation>例如账目更正。</translation>
    </message>
    <message>
        <source>Prices of 0</source>
        <translation>价格为 0</translation>
    </message>
    <message>
        <source>Often gifts, samples, or stock that was written off.</source>
        <translation>通常是赠品、样品或已核销的库存。</translation>
    </message>
    <message>
        <source>Quantities of 0</source>
        <translation>数量为 0</translation>
    </message>
    <message>
        <source>Negative ones are cancellations: see that step.</source>
        <translation>负数表示取消：请参见该步骤。</translation>
    </message>
    <message>
        <source>Times in the future</source>
        <translation>未来的时间</translation>
    </message>
    <message>
        <source>After the time below.</source>
        <translation>晚于下方所设时间。</translation>
    </message>
    <message>
        <source>Latest time</source>
        <translation>最晚时间</translation>
    </message>
    <message>
        <source>Such as 2011-12-31 (UTC). Empty = now.</source>
        <translation>例如 2011-12-31（UTC）。留空 = 当前时间。</translation>
    </message>
    <message>
        <source>Earliest year</source>
        <translation>最早年份</translation>
    </message>
    <message>
        <source>Times before it are invalid: 1970 is what an empty clock says. 0 = any time is fine.</source>
        <translation>早于该年份的时间无效：时钟未设置时显示 1970。0 = 任何时间均可。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Drop the row, or clear the value and keep the row.</source>
        <translation>丢弃该行（drop），或清除该值并保留该行（clear）。</translation>
    </message>
    <message>
        <source>Items too</source>
        <translation>商品也处理</translation>
    </message>
    <message>
        <source>Prices and times of the catalogue; a dropped item takes its events along.</source>
        <translation>商品目录中的价格和时间；被丢弃的商品会连同其事件一起丢弃。</translation>
    </message>
    <message>
        <source>Impossible values</source>
        <translation>不可能的值</translation>
    </message>
    <message>
        <source>Negative prices, times in the future or long ago, quantities of 0.</source>
        <translation>负价格、未来或过于久远的时间、为 0 的数量。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选取方式</translation>
    </message>
    <message>
        <source>The title of most events (ties: the latest), or that of the latest event (without times: of the last row).</source>
        <translation>出现在最多事件中的标题（most_frequent；并列时取最晚的），或最晚事件的标题（latest；没有时间时取最后一行的）。</translation>
    </message>
    <message>
        <source>Leave catalogue titles</source>
        <translation>保留商品目录标题</translation>
    </message>
    <message>
        <source>Items that a catalogue describes keep its title.</source>
        <translation>商品目录中已有描述的商品保留其标题。</translation>
    </message>
    <message>
        <source>One title per item</source>
        <translation>每个商品一个标题</translation>
    </message>
    <message>
        <source>A log may give the same item several titles. Chooses one of them; the import keeps the first.</source>
        <translation>日志可能给同一商品多个标题。本步骤选取其中一个；导入时保留第一个。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Items of the catalogue, or events of the log.</source>
        <translation>商品目录中的商品（items），或日志中的事件（events）。</translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation>键列</translation>
    </message>
    <message>
        <source>Separated by commas. Items: title, description, category, brand, price, label, image, attributes.NAME. Events: item, user, query, kind, time, quantity, price, order_key, session, extra.NAME. Rows in which one of them is missing are no duplicates.</source>
        <translation>以逗号分隔。商品：title、description、category、brand、price、label、image、attributes.NAME。事件：item、user、query、kind、time、quantity、price、order_key、session、extra.NAME。缺少其中任一值的行不算重复。</translation>
    </message>
    <message>
        <source>Which row stays: the first, the last, or the one with the most values.</source>
        <translation>保留哪一行：第一行（first）、最后一行（last），或值最多的一行（fullest）。</translation>
    </message>
    <message>
        <source>Compare normalised texts</source>
        <translation>比较规范化文本</translation>
    </message>
    <message>
        <source>Without HTML, case, punctuation, full-width forms and spare spaces.</source>
        <translation>去除 HTML、大小写、标点、全角形式和多余空格的差别。</translation>
    </message>
    <message>
        <source>Events of items that go</source>
        <translation>去除商品的事件</translation>
    </message>
    <message>
        <source>Merge: they count for the item that stays. Drop: they go as well.</source>
        <translation>合并（merge）：计入保留的商品。丢弃（drop）：一并丢弃。</translation>
    </message>
    <message>
        <source>Key duplicates</source>
        <translation>按键重复</translation>
    </message>
    <message>
        <source>Rows that are alike in chosen columns, such as items with the same title and brand under several numbers. One of them stays.</source>
        <translation>在所选列上相同的行，例如标题和品牌相同但编号不同的商品。只保留其中之一。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Such as item.price, item.brand, event.quantity, event.user_id (drop only), item.attributes.weight, event.extra.Country.</source>
        <translation>例如 item.price、item.brand、event.quantity、event.user_id（仅可 drop）、item.attributes.weight、event.extra.Country。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Median or mean of a column of numbers, the most frequent value, a constant; or drop the rows.</source>
        <translation>数值列的中位数（median）或均值（mean）、最常见的值（mode）、常量（constant）；或丢弃这些行（drop）。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>What the constant method fills in.</source>
        <translation>常量方法（constant）所填入的值。</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>范围内</translation>
    </message>
    <message>
        <source>Each category, brand or item has its own value where it has any; else that of all rows is taken.</source>
        <translation>每个类目、品牌或商品在有值时使用各自的值；否则使用所有行的值。</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Fills gaps of a column with its median, mean, most frequent value or a constant, or drops the rows.</source>
        <translation>用某列的中位数、均值、最常见的值或常量填补其空缺，或丢弃这些行。</translation>
    </message>
    <message>
        <source>Queries that become the same are merged.</source>
        <translation>规范化后相同的查询将被合并。</translation>
    </message>
    <message>
        <source>Normalise texts</source>
        <translation>规范化文本</translation>
    </message>
    <message>
        <source>Tidies titles, descriptions, search words or reviews: HTML, Unicode forms, full-width characters, case, punctuation, stop words.</source>
        <translation>整理标题、描述、搜索词或评价：HTML、Unicode 形式、全角字符、大小写、标点、停用词。</translation>
    </message>
    <message>
        <source>Such as event.price, event.quantity, item.price, item.attributes.weight. Cancelled events are left alone.</source>
        <translation>例如 event.price、event.quantity、item.price、item.attributes.weight。已取消的事件不作改动。</translation>
    </message>
    <message>
        <source>iqr: outside Q1 − k·IQR … Q3 + k·IQR (Tukey). robust_z: |0.6745·(x − median)/MAD| above the limit (Iglewicz and Hoaglin 1993).</source>
        <translation>iqr：在 Q1 − k·IQR … Q3 + k·IQR 之外（Tukey）。robust_z：|0.6745·(x − median)/MAD| 超过限值（Iglewicz 和 Hoaglin，1993）。</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>1.5 = outliers, 3 = far out (iqr).</source>
        <translation>1.5 = 离群值，3 = 远离群值（iqr）。</translation>
    </message>
    <message>
        <source>Limit of |z|</source>
        <translation>|z| 的限值</translation>
    </message>
    <message>
        <source>3.5 by tradition (robust_z).</source>
        <translation>按惯例为 3.5（robust_z）。</translation>
    </message>
    <message>
        <source>In logarithms</source>
        <translation>取对数</translation>
    </message>
    <message>
        <source>For skewed values such as prices. Values of 0 and below are left alone.</source>
        <translation>用于价格等偏斜的值。0 及以下的值不作改动。</translation>
    </message>
    <message>
        <source>Compare within each category, brand or item.</source>
        <translation>在每个类目、品牌或商品内部比较。</translation>
    </message>
    <message>
        <source>Drop the row, clip the value to the nearest fence, or mark the row with the attribute outlier = the column.</source>
        <translation>丢弃该行（drop），将值截断到最近的界限（clip），或为该行标记属性 outlier = 该列（mark）。</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Values far from the others: drops their rows, clips or marks them.</source>
        <translation>与其他值相差很远的值：丢弃其所在行，将其截断或加以标记。</translation>
    </message>
    <message>
        <source>Most events in a minute</source>
        <translation>每分钟最多事件数</translation>
    </message>
    <message>
        <source>In any 60 seconds. Users with more are robots. 0 = no limit.</source>
        <translation>任意 60 秒内。超过此数的用户为机器人。0 = 不限。</translation>
    </message>
    <message>
        <source>Most events in an hour</source>
        <translation>每小时最多事件数</translation>
    </message>
    <message>
        <source>In any 3,600 seconds. 0 = no limit.</source>
        <translation>任意 3,600 秒内。0 = 不限。</translation>
    </message>
    <message>
        <source>Most events in a session</source>
        <translation>每个会话最多事件数</translation>
    </message>
    <message>
        <source>A session as the log has it, or else events with less than 30 minutes between them. 0 = no limit.</source>
        <translation>按日志中的会话计；若没有，则将相邻间隔少于 30 分钟的事件视为一个会话。0 = 不限。</translation>
    </message>
    <message>
        <source>Longest session in hours</source>
        <translation>最长会话（小时）</translation>
    </message>
    <message>
        <source>From its first event to its last. 0 = no limit.</source>
        <translation>从其第一个事件到最后一个事件。0 = 不限。</translation>
    </message>
    <message>
        <source>Most events in all</source>
        <translation>最多事件总数</translation>
    </message>
    <message>
        <source>0 = no limit.</source>
        <translation>0 = 不限。</translation>
    </message>
    <message>
        <source>Count an order once</source>
        <translation>同一订单只计一次</translation>
    </message>
    <message>
        <source>Rows of one order at one time are one event here: a large order is no robot.</source>
        <translation>同一订单在同一时间的多行在此算作一个事件：大额订单并不是机器人。</translation>
    </message>
    <message>
        <source>Robot-like users</source>
        <translation>类机器人用户</translation>
    </message>
    <message>
        <source>Drops all events of users who do more than a person can. The preview shows how users are distributed.</source>
        <translation>丢弃行为超出真人能力的用户的所有事件。预览会显示用户的分布情况。</translation>
    </message>
    <message>
        <source>Such as item.price, event.quantity, review.rating, item.attributes.weight.</source>
        <translation>例如 item.price、event.quantity、review.rating、item.attributes.weight。</translation>
    </message>
    <message>
        <source>min_max: (x − min)/(max − min), stretched to the bounds below. z_score: (x − mean)/s with s over n, as scikit-learn has it.</source>
        <translation>min_max：(x − min)/(max − min)，再拉伸到下方所设的边界。z_score：(x − mean)/s，其中 s 的分母为 n，与 scikit-learn 一致。</translation>
    </message>
    <message>
        <source>Each category, brand or item by itself.</source>
        <translation>每个类目、品牌或商品单独处理。</translation>
    </message>
    <message>
        <source>Lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>What the smallest value becomes (min_max).</source>
        <translation>最小值变成的值（min_max）。</translation>
    </message>
    <message>
        <source>Upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>What the largest value becomes (min_max).</source>
        <translation>最大值变成的值（min_max）。</translation>
    </message>
    <message>
        <source>Normalise or standardise numbers</source>
        <translation>数值归一化或标准化</translation>
    </message>
    <message>
        <source>Brings a column of numbers to a common range, or to mean 0 and deviation 1. Undoing the step brings the original values back.</source>
        <translation>将一列数值变换到共同的范围，或变换为均值 0、标准差 1。撤销该步骤可恢复原始值。</translation>
    </message>
    <message>
        <source>Remove HTML tags</source>
        <translation>移除 HTML 标签</translation>
    </message>
    <message>
        <source>Tags, comments, scripts and styles; “a &lt; b” stays.</source>
        <translation>标签、注释、脚本和样式；“a &lt; b”会保留。</translation>
    </message>
    <message>
        <source>Resolve HTML entities</source>
        <translation>解析 HTML 实体</translation>
    </message>
    <message>
        <source>“&amp;amp;amp;” becomes “&amp;amp;”, “&amp;amp;#8364;” becomes “€”.</source>
        <translation>“&amp;amp;amp;”变为“&amp;amp;”，“&amp;amp;#8364;”变为“€”。</translation>
    </message>
    <message>
        <source>Unicode NFKC</source>
        <translation>Unicode NFKC</translation>
    </message>
    <message>
        <source>One form for characters that look the same: “ﬁ” → “fi”, “①” → “1”, “Ａ” → “A” (Unicode Standard Annex 15).</source>
        <translation>外观相同的字符统一为一种形式：“ﬁ” → “fi”，“①” → “1”，“Ａ” → “A”（Unicode 标准附件 15）。</translation>
    </message>
    <message>
        <source>Full-width to half-width</source>
        <translation>全角转半角</translation>
    </message>
    <message>
        <source>Full-width letters, digits, signs and spaces of Chinese and Japanese keyboards. NFKC does it too.</source>
        <translation>中文和日文键盘输入的全角字母、数字、符号和空格。NFKC 也会进行此转换。</translation>
    </message>
    <message>
        <source>Lower case</source>
        <translation>转为小写</translation>
    </message>
    <message>
        <source>In every script.</source>
        <translation>适用于所有文字系统。</translation>
    </message>
    <message>
        <source>Remove punctuation</source>
        <translation>移除标点</translation>
    </message>
    <message>
        <source>Punctuation and ornaments become spaces; points and commas within numbers, apostrophes within words, and signs such as + % $ € stay.</source>
        <translation>标点和装饰符号变为空格；数字中的小数点和逗号、词中的撇号以及 + % $ € 等符号会保留。</translation>
    </message>
    <message>
        <source>Remove English stop words</source>
        <translation>移除英文停用词</translation>
    </message>
    <message>
        <source>Words such as the, of, and.</source>
        <translation>例如 the、of、and 等词。</translation>
    </message>
    <message>
        <source>Remove Chinese stop words</source>
        <translation>移除中文停用词</translation>
    </message>
    <message>
        <source>Words such as 的, 和, 以及; found by word segmentation, so that characters within longer words stay.</source>
        <translation>例如“的”“和”“以及”等词；通过分词识别，因此较长词语中的字会保留。</translation>
    </message>
    <message>
        <source>Own stop words</source>
        <translation>自定义停用词</translation>
    </message>
    <message>
        <source>A UTF-8 file with one word a line, used in place of the lists that come with the program.</source>
        <translation>每行一个词的 UTF-8 文件，用来代替程序自带的词表。</translation>
    </message>
    <message>
        <source>Tidy spaces</source>
        <translation>整理空格</translation>
    </message>
    <message>
        <source>Runs of white space become one space; none at the ends.</source>
        <translation>连续的空白变为一个空格；首尾不留空格。</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>中部</translation>
    </message>
    <message>
        <source>Tail</source>
        <translation>尾部</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>冷门</translation>
    </message>
    <message>
        <source>Mid 2</source>
        <translation>中部 2</translation>
    </message>
    <message>
        <source>Mid 3</source>
        <translation>中部 3</translation>
    </message>
    <message>
        <source>Mid 4</source>
        <translation>中部 4</translation>
    </message>
    <message>
        <source>Mid 5</source>
        <translation>中部 5</translation>
    </message>
</context>
<context>
    <name>widgets::AdvicePage</name>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>What the numbers say, in words, and which recipes answer it.</source>
        <translation>用文字说明数字的含义，以及对应的配方。</translation>
    </message>
    <message>
        <source>Thinking about the distribution</source>
        <translation>正在分析分布</translation>
    </message>
    <message>
        <source>There are not enough entities with support to say anything.</source>
        <translation>有支持数的实体太少，无法给出结论。</translation>
    </message>
    <message>
        <source>What the numbers say</source>
        <translation>数字说明了什么</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>可以尝试什么</translation>
    </message>
    <message>
        <source>Show chart</source>
        <translation>显示图表</translation>
    </message>
    <message>
        <source>Show the chart that this sentence speaks of</source>
        <translation>显示这句话所指的图表</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>编排</translation>
    </message>
    <message>
        <source>Take this recipe into the Recipe stage</source>
        <translation>将此配方带入“配方”阶段</translation>
    </message>
</context>
<context>
    <name>widgets::BordersPage</name>
    <message>
        <source>Borders</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Every index over the whole range of borders between head and the rest; bucket rules under names.</source>
        <translation>头部与其余部分之间所有可能边界上的各项指标；命名的分桶规则。</translation>
    </message>
    <message>
        <source>Reading the bucket rules</source>
        <translation>正在读取分桶规则</translation>
    </message>
    <message>
        <source>Keeping a bucket rule</source>
        <translation>正在保存分桶规则</translation>
    </message>
    <message>
        <source>Removing a bucket rule</source>
        <translation>正在删除分桶规则</translation>
    </message>
    <message>
        <source>Rules under names</source>
        <translation>命名的规则</translation>
    </message>
    <message>
        <source>Bucket rules of the project</source>
        <translation>项目的分桶规则</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Name for the bucket rule as it is now</source>
        <translation>当前分桶规则的名称</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the bucket rule as it is now under this name</source>
        <translation>以此名称保存当前的分桶规则</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Use the chosen rule everywhere; it can be undone</source>
        <translation>在所有地方使用所选规则；可以撤销</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>删除(&amp;V)</translation>
    </message>
    <message>
        <source>Forget the chosen rule; what was computed under it stays</source>
        <translation>删除所选规则；按它计算的结果保留</translation>
    </message>
    <message>
        <source>Computing the indices on both sides of every border</source>
        <translation>正在计算各边界两侧的指标</translation>
    </message>
    <message>
        <source>&amp;Index:</source>
        <translation>指标(&amp;I)：</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is shown over all places that the border could have</source>
        <translation>在边界所有可能位置上显示的内容</translation>
    </message>
</context>
<context>
    <name>widgets::CausesPage</name>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What separates head, mid and tail: categories, brands, prices, ages, and every other column of the items.</source>
        <translation>什么区分了头部、中部和尾部：类目、品牌、价格、年龄以及商品的所有其他列。</translation>
    </message>
    <message>
        <source>Looking for what separates the buckets</source>
        <translation>正在寻找区分各桶的因素</translation>
    </message>
    <message>
        <source>&amp;Column:</source>
        <translation>列(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Number:</source>
        <translation>数值(&amp;N)：</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The column of the items that the maps show</source>
        <translation>图中显示的商品列</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>The number of the items that is compared between the buckets</source>
        <translation>在各桶之间比较的商品数值</translation>
    </message>
    <message>
        <source>What separates the buckets is known of items: choose the entity “Items”. A viewer copy has none.</source>
        <translation>只有商品才能分析区分各桶的因素：请选择实体“商品”。只读副本没有这些数据。</translation>
    </message>
    <message>
        <source>all, side by side</source>
        <translation>全部并列</translation>
    </message>
</context>
<context>
    <name>widgets::CleaningPage</name>
    <message>
        <source>Cleaning</source>
        <translation>清洗</translation>
    </message>
    <message>
        <source>Clean the data step by step. Every step is listed with what it did and can be undone exactly.</source>
        <translation>逐步清洗数据。列表会列出每个步骤及其效果，且每步都可精确撤销。</translation>
    </message>
    <message>
        <source>Open or make a project first.</source>
        <translation>请先打开或创建一个项目。</translation>
    </message>
    <message>
        <source>Reading the cleaning steps</source>
        <translation>正在读取清洗步骤</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>预览：%1</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Cleaning: %1</source>
        <translation>清洗：%1</translation>
    </message>
    <message>
        <source>Step %1, %2: %3.</source>
        <translation>步骤 %1，%2：%3。</translation>
    </message>
    <message>
        <source>Undoing the last cleaning step</source>
        <translation>正在撤销上一个清洗步骤</translation>
    </message>
    <message>
        <source>Undoing cleaning steps</source>
        <translation>正在撤销清洗步骤</translation>
    </message>
    <message>
        <source>Saving the cleaning steps</source>
        <translation>正在保存清洗步骤</translation>
    </message>
    <message>
        <source>The cleaning steps were saved to %1.</source>
        <translation>清洗步骤已保存到 %1。</translation>
    </message>
    <message>
        <source>Applying cleaning steps</source>
        <translation>正在应用清洗步骤</translation>
    </message>
    <message numerus="yes">
        <source>%n cleaning step(s) applied.</source>
        <translation>
            <numerusform>已应用 %n 个清洗步骤。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save cleaning steps</source>
        <translation>保存清洗步骤</translation>
    </message>
    <message>
        <source>Apply saved cleaning steps</source>
        <translation>应用已保存的清洗步骤</translation>
    </message>
    <message>
        <source>Cleaning steps (*.json)</source>
        <translation>清洗步骤 (*.json)</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>新步骤</translation>
    </message>
    <message>
        <source>Applied steps</source>
        <translation>已应用的步骤</translation>
    </message>
    <message>
        <source>What the new step would do</source>
        <translation>新步骤的预计效果</translation>
    </message>
    <message>
        <source>Kinds of cleaning steps</source>
        <translation>清洗步骤的类型</translation>
    </message>
    <message>
        <source>Parameters of the step</source>
        <translation>步骤的参数</translation>
    </message>
    <message>
        <source>&amp;Apply step</source>
        <translation>应用步骤(&amp;A)</translation>
    </message>
    <message>
        <source>Apply the step to the project; it can be undone</source>
        <translation>将该步骤应用到项目；可以撤销</translation>
    </message>
    <message>
        <source>Apply the step</source>
        <translation>应用步骤</translation>
    </message>
    <message>
        <source>No step has been applied yet. Choose a kind on the left, look at what it would change on the right, and apply it.</source>
        <translation>尚未应用任何步骤。请在左侧选择类型，在右侧查看将会更改的内容，然后应用。</translation>
    </message>
    <message>
        <source>Applied cleaning steps</source>
        <translation>已应用的清洗步骤</translation>
    </message>
    <message>
        <source>&amp;Undo last step</source>
        <translation>撤销最后一步(&amp;U)</translation>
    </message>
    <message>
        <source>Bring everything back that the last step dropped or changed</source>
        <translation>恢复最后一步丢弃或更改的所有内容</translation>
    </message>
    <message>
        <source>Undo the last cleaning step</source>
        <translation>撤销最后一个清洗步骤</translation>
    </message>
    <message>
        <source>Undo &amp;back to this step</source>
        <translation>撤销至此步骤(&amp;B)</translation>
    </message>
    <message>
        <source>Undo every step after the chosen one</source>
        <translation>撤销所选步骤之后的每个步骤</translation>
    </message>
    <message>
        <source>&amp;Save steps…</source>
        <translation>保存步骤(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the steps as a file, to apply them to other projects</source>
        <translation>将步骤保存为文件，以便应用到其他项目</translation>
    </message>
    <message>
        <source>Save the cleaning steps</source>
        <translation>保存清洗步骤</translation>
    </message>
    <message>
        <source>A&amp;pply saved steps…</source>
        <translation>应用已保存的步骤(&amp;P)…</translation>
    </message>
    <message>
        <source>Apply the steps of a file, all of them or none</source>
        <translation>应用文件中的步骤：要么全部应用，要么全不应用</translation>
    </message>
    <message>
        <source>Examples of what would change</source>
        <translation>更改内容示例</translation>
    </message>
    <message>
        <source>A large project: looking at every row takes a while.</source>
        <translation>项目较大：查看每一行需要一些时间。</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>Look at every row to see what the step would do</source>
        <translation>查看每一行以了解该步骤的效果</translation>
    </message>
</context>
<context>
    <name>widgets::ColumnDetails</name>
    <message>
        <source>Choose a column to see more of it.</source>
        <translation>请选择一列以查看更多信息。</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>5 %</source>
        <translation>5% 分位数</translation>
    </message>
    <message>
        <source>25 %</source>
        <translation>25% 分位数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>75 %</source>
        <translation>75% 分位数</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95% 分位数</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>平均长度</translation>
    </message>
    <message>
        <source>Gini of the values</source>
        <translation>值的基尼系数</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>最常见的值</translation>
    </message>
</context>
<context>
    <name>widgets::CompareCharts</name>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1 points [%2, %3]</source>
        <translation>%1 个百分点 [%2, %3]</translation>
    </message>
    <message>
        <source>%1 per bucket, 95 % intervals</source>
        <translation>各分桶的 %1，95% 置信区间</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2：%3</translation>
    </message>
    <message>
        <source>Difference to the baseline, 95 % intervals</source>
        <translation>与基线的差异，95% 置信区间</translation>
    </message>
    <message>
        <source>Check a second run to see its difference to the baseline.</source>
        <translation>勾选第二个运行以查看其与基线的差异。</translation>
    </message>
    <message>
        <source>Choose a baseline on the left to see differences.</source>
        <translation>在左侧选择基线以查看差异。</translation>
    </message>
    <message>
        <source>Difference in points</source>
        <translation>差异（百分点）</translation>
    </message>
    <message>
        <source>%1
%2: %3
p (Holm) = %4</source>
        <translation>%1
%2：%3
p (Holm) = %4</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>%1 of each class against its training rows</source>
        <translation>各类别的 %1 与其训练行数</translation>
    </message>
    <message>
        <source>Training rows of the class</source>
        <translation>该类别的训练行数</translation>
    </message>
    <message>
        <source>%1 (%2)
%3: %4
training rows %5, evaluated rows %6</source>
        <translation>%1 (%2)
%3：%4
训练行数 %5，评估行数 %6</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1（基线）</translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation>95 % 区间：%1</translation>
    </message>
    <message>
        <source>Difference to the baseline: %1, p (Holm) = %2</source>
        <translation>与基线的差值：%1，p（Holm）= %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>分桶</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>训练行数</translation>
    </message>
    <message>
        <source>Evaluated rows</source>
        <translation>评估行数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 behind every border</source>
        <translation>各边界之后的%1</translation>
    </message>
    <message>
        <source>classes in the head</source>
        <translation>头部的类别数</translation>
    </message>
    <message>
        <source>classes in the head (the same run is best everywhere)</source>
        <translation>头部的类别数（同一运行处处最佳）</translation>
    </message>
    <message>
        <source>classes in the head (the best run changes at %1)</source>
        <translation>头部的类别数（最佳运行在 %1 处改变）</translation>
    </message>
    <message>
        <source>%1
%2 of the classes behind %3: %4%5</source>
        <translation>%1
前 %3 个类别之后的%2：%4%5</translation>
    </message>
    <message>
        <source> (best)</source>
        <translation>（最佳）</translation>
    </message>
</context>
<context>
    <name>widgets::CompareControls</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Buckets: %1. Change them on the Distribution stage; the results follow without training.</source>
        <translation>分桶：%1。可在“分布”阶段更改；结果随之更新，无需重新训练。</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>基线(&amp;B)</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>The run that the others are compared with, on the same rows</source>
        <translation>其他运行在相同的行上与之比较的运行</translation>
    </message>
    <message>
        <source>P&amp;art</source>
        <translation>部分(&amp;A)</translation>
    </message>
    <message>
        <source>Part of the split</source>
        <translation>划分的部分</translation>
    </message>
    <message>
        <source>The rows on which the runs are evaluated</source>
        <translation>用于评估各运行的行</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>指标(&amp;M)</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>The metric shown per bucket and per class</source>
        <translation>按分桶和按类别显示的指标</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>模型 …</translation>
    </message>
    <message>
        <source>One folder per checked run: weights, vocabulary, labels, model card</source>
        <translation>每个勾选的运行一个文件夹：权重、词表、标签、模型卡</translation>
    </message>
    <message>
        <source>Export models</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Predictions …</source>
        <translation>预测 …</translation>
    </message>
    <message>
        <source>One CSV file per checked run with the scores of the test rows</source>
        <translation>每个勾选的运行一个 CSV 文件，包含测试行的得分</translation>
    </message>
    <message>
        <source>Export predictions</source>
        <translation>导出预测</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告 …</translation>
    </message>
    <message>
        <source>Markdown, HTML and JSON with every table, and the charts as SVG beside them</source>
        <translation>Markdown、HTML 和 JSON，包含所有表格，并附 SVG 格式的图表</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>All charts</source>
        <translation>所有图表</translation>
    </message>
    <message>
        <source>Writes every chart of this stage into a folder</source>
        <translation>将此阶段的所有图表写入一个文件夹</translation>
    </message>
    <message>
        <source>Export all charts</source>
        <translation>导出所有图表</translation>
    </message>
</context>
<context>
    <name>widgets::CompareExporter</name>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Exporting models</source>
        <translation>正在导出模型</translation>
    </message>
    <message>
        <source>Exporting predictions</source>
        <translation>正在导出预测</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写入报告</translation>
    </message>
</context>
<context>
    <name>widgets::ComparePanel</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Runs side by side, bucket by bucket, with intervals and differences to a baseline; export of everything.</source>
        <translation>并排逐桶比较各运行，给出区间及与基线的差值；所有内容均可导出。</translation>
    </message>
    <message>
        <source>Check one or more runs on the left.</source>
        <translation>请在左侧勾选一个或多个运行。</translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation>正在比较运行</translation>
    </message>
    <message>
        <source>%1 · split %2 · %3 part · bucket rule %4 · runs %5</source>
        <translation>%1 · 划分 %2 · %3 部分 · 分桶规则 %4 · 运行 %5</translation>
    </message>
    <message>
        <source> · baseline %1</source>
        <translation> · 基线 %1</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Export models into a folder</source>
        <translation>将模型导出到文件夹</translation>
    </message>
    <message>
        <source>Export predictions into a folder</source>
        <translation>将预测导出到文件夹</translation>
    </message>
    <message>
        <source>Export the report into a folder</source>
        <translation>将报告导出到文件夹</translation>
    </message>
    <message>
        <source>Export all charts into a folder</source>
        <translation>将所有图表导出到文件夹</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>暂无可比较的内容</translation>
    </message>
    <message>
        <source>Train some runs first: compose recipes, queue them, and come back when they are done.</source>
        <translation>请先训练一些运行：编写配方，将其加入队列，完成后再回到这里。</translation>
    </message>
    <message>
        <source>Go to Recipe</source>
        <translation>转到“配方”</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Tables behind the charts</source>
        <translation>图表对应的表格</translation>
    </message>
    <message>
        <source>Metrics per run</source>
        <translation>各运行的指标</translation>
    </message>
    <message>
        <source>Scores per class</source>
        <translation>各类别的得分</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>Run of the confusion matrix</source>
        <translation>混淆矩阵的运行</translation>
    </message>
    <message>
        <source>The run whose confusion matrix is shown</source>
        <translation>所显示混淆矩阵对应的运行</translation>
    </message>
    <message>
        <source>Confusion matrix: rows are true classes, columns predictions</source>
        <translation>混淆矩阵：行为真实类别，列为预测类别</translation>
    </message>
    <message>
        <source>Chart of the metric per bucket</source>
        <translation>各分桶的指标图</translation>
    </message>
    <message>
        <source>Chart of differences to the baseline</source>
        <translation>与基线的差值图</translation>
    </message>
    <message>
        <source>Chart of training rows against the score of each class</source>
        <translation>各类别训练行数与得分的关系图</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Whether the same run is best wherever the border between head and tail lies</source>
        <translation>无论头尾边界在哪里，是否同一运行最佳</translation>
    </message>
</context>
<context>
    <name>widgets::ConfigForm</name>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Set every field of this form to its default</source>
        <translation>将此表单的所有字段设为默认值</translation>
    </message>
    <message>
        <source>Nothing to set.</source>
        <translation>无可设置项。</translation>
    </message>
</context>
<context>
    <name>widgets::ConfusionModel</name>
    <message>
        <source>%1 predicted as %2: %3 of %4 (%5)</source>
        <translation>%1 被预测为 %2：%3/%4（%5）</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真实类别：%1</translation>
    </message>
</context>
<context>
    <name>widgets::DataPanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation>正在读取项目</translation>
    </message>
    <message>
        <source>items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>with a class</source>
        <translation>有类别</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>brands</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>rejected rows</source>
        <translation>被拒行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Import files, look at every row and at those that were refused, and divide the data into training, validation and test before anything else.</source>
        <translation>导入文件，查看每一行和被拒行，并在进行其他任何操作之前，将数据划分为训练集、验证集和测试集。</translation>
    </message>
    <message>
        <source>Pages of the data stage</source>
        <translation>“数据”阶段的页面</translation>
    </message>
</context>
<context>
    <name>widgets::DistributionPanel</name>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Choose what to count. Drag the borders between head, mid and tail on the rank charts; every number in the program follows.</source>
        <translation>选择统计对象。在秩频图上拖动头部、中部和尾部之间的边界；程序中的所有数字都会随之更新。</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>已显示 %1</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>%1 · %2 by %3</source>
        <translation>%1 · %2，按 %3</translation>
    </message>
    <message>
        <source> · split %1</source>
        <translation> · 划分 %1</translation>
    </message>
    <message>
        <source> · buckets %1</source>
        <translation> · 分桶 %1</translation>
    </message>
    <message>
        <source>Nothing to count here yet. Import a catalogue or a log in the Data stage.</source>
        <translation>暂无可统计的内容。请在“数据”阶段导入商品目录或日志。</translation>
    </message>
    <message>
        <source>%1 rows are more than can be selected at once; select at most %2.</source>
        <translation>%1 行超出一次可选择的上限；最多选择 %2 行。</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>All of them, also those without support</source>
        <translation>全部实体，包括支持数为零的</translation>
    </message>
    <message>
        <source>Total support</source>
        <translation>总支持数</translation>
    </message>
    <message>
        <source>Sum over all entities</source>
        <translation>所有实体之和</translation>
    </message>
    <message>
        <source>Imbalance ratio</source>
        <translation>不平衡比</translation>
    </message>
    <message>
        <source>Largest support / smallest positive support</source>
        <translation>最大支持数 / 最小正支持数</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>0: all alike; towards 1: one has everything</source>
        <translation>0：完全均等；接近 1：集中于一个</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>归一化熵</translation>
    </message>
    <message>
        <source>Entropy / ln(entities); 1: all alike</source>
        <translation>熵 / ln(实体数)；1：完全均等</translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation>有效数</translation>
    </message>
    <message>
        <source>exp(entropy): as many entities with equal support would be as diverse</source>
        <translation>exp(熵)：多样性与之相当的等支持数实体个数</translation>
    </message>
    <message>
        <source>KL to uniform</source>
        <translation>与均匀分布的 KL 散度</translation>
    </message>
    <message>
        <source>ln(entities) − entropy, in nats</source>
        <translation>ln(实体数) − 熵，单位为奈特</translation>
    </message>
    <message>
        <source>&amp;Entity:</source>
        <translation>实体(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Measure:</source>
        <translation>度量(&amp;M)：</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>What is counted: items, categories, brands, users, queries or classes</source>
        <translation>统计对象：商品、类目、品牌、用户、查询或类别</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>What counts as support</source>
        <translation>以什么作为支持数</translation>
    </message>
    <message>
        <source>Histogram of support</source>
        <translation>支持数直方图</translation>
    </message>
    <message>
        <source>Rank and support</source>
        <translation>秩与支持数</translation>
    </message>
    <message>
        <source>Lorenz curve</source>
        <translation>洛伦兹曲线</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>分桶</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>分桶</translation>
    </message>
    <message>
        <source>Indices of imbalance</source>
        <translation>不平衡指标</translation>
    </message>
    <message>
        <source>Search name or title</source>
        <translation>搜索名称或标题</translation>
    </message>
    <message>
        <source>Search entities</source>
        <translation>搜索实体</translation>
    </message>
    <message>
        <source>Shows only entities whose name or title contains this text</source>
        <translation>仅显示名称或标题包含该文本的实体</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Share of the entities that have any support</source>
        <translation>有支持数的实体所占比例</translation>
    </message>
    <message>
        <source>JS to uniform</source>
        <translation>与均匀分布的 JS 散度</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, in nats; at most ln 2</source>
        <translation>Jensen–Shannon 散度，单位奈特；最大为 ln 2</translation>
    </message>
    <message>
        <source>Wasserstein to uniform</source>
        <translation>与均匀分布的 Wasserstein 距离</translation>
    </message>
    <message>
        <source>How far support would have to move along the ranks to be even, as a share of all ranks</source>
        <translation>支持数沿排名移动多远才能均匀，占全部排名的比例</translation>
    </message>
    <message>
        <source>Theil T</source>
        <translation>泰尔 T 指数</translation>
    </message>
    <message>
        <source>In nats; the same number as KL to uniform</source>
        <translation>单位奈特；与均匀分布的 KL 散度相同</translation>
    </message>
    <message>
        <source>LRID</source>
        <translation>LRID</translation>
    </message>
    <message>
        <source>Likelihood-ratio imbalance degree: 2 · total support · KL to uniform</source>
        <translation>似然比不平衡度：2 · 总支持数 · 与均匀分布的 KL 散度</translation>
    </message>
    <message>
        <source>Between-class difference</source>
        <translation>类间差异</translation>
    </message>
    <message>
        <source>Largest minus smallest share of all support</source>
        <translation>最大与最小支持数占比之差</translation>
    </message>
    <message>
        <source>How support is distributed over the entities</source>
        <translation>支持数在实体间的分布</translation>
    </message>
    <message>
        <source>Shares instead of numbers</source>
        <translation>显示比例而非数量</translation>
    </message>
    <message>
        <source>Looking for entities</source>
        <translation>正在查找实体</translation>
    </message>
    <message>
        <source>Looking up names</source>
        <translation>正在建立名称索引</translation>
    </message>
    <message>
        <source>There is no power law to test: fewer than two different supports.</source>
        <translation>没有可检验的幂律：不同的支持数少于两个。</translation>
    </message>
    <message>
        <source>Testing the power law</source>
        <translation>正在检验幂律</translation>
    </message>
    <message>
        <source>From support %1 on a power law cannot be ruled out (p = %2, %3 repetitions).</source>
        <translation>支持数从 %1 起，不能排除幂律（p = %2，重复 %3 次）。</translation>
    </message>
    <message>
        <source>From support %1 on a power law is ruled out (p = %2, %3 repetitions).</source>
        <translation>支持数从 %1 起，幂律被排除（p = %2，重复 %3 次）。</translation>
    </message>
    <message>
        <source>an exponential</source>
        <translation>指数分布</translation>
    </message>
    <message>
        <source>a log-normal</source>
        <translation>对数正态分布</translation>
    </message>
    <message>
        <source>Against %1 the data do not decide (p = %2).</source>
        <translation>与%1相比，数据无法判定（p = %2）。</translation>
    </message>
    <message>
        <source>It fits better than %1 (p = %2).</source>
        <translation>它比%1拟合得更好（p = %2）。</translation>
    </message>
    <message>
        <source>It fits worse than %1 (p = %2).</source>
        <translation>它比%1拟合得更差（p = %2）。</translation>
    </message>
    <message>
        <source>Test the power law</source>
        <translation>检验幂律</translation>
    </message>
    <message>
        <source>%1 entities lie there, more than the %2 that can be selected at once; only the %3 drawn as points are selected.</source>
        <translation>该处有 %1 个实体，超过一次可选的 %2 个；只选中画为点的 %3 个。</translation>
    </message>
    <message>
        <source>Atkinson (ε = %1)</source>
        <translation>阿特金森指数（ε = %1）</translation>
    </message>
    <message>
        <source>0: all alike; towards 1: one has everything. The larger ε, the more the tail counts. Double-click to choose ε.</source>
        <translation>0：全部相同；趋近 1：一个实体占有全部。ε 越大，尾部的影响越大。双击可选择 ε。</translation>
    </message>
    <message>
        <source>Share of the top %1</source>
        <translation>前 %1 的占比</translation>
    </message>
    <message>
        <source>Of all support, by the largest entities. Double-click to choose how many.</source>
        <translation>最大的实体占全部支持数的比例。双击可选择数量。</translation>
    </message>
    <message>
        <source>Share of the bottom %1</source>
        <translation>后 %1 的占比</translation>
    </message>
    <message>
        <source>Of all support, by the smallest entities. Double-click to choose how many.</source>
        <translation>最小的实体占全部支持数的比例。双击可选择数量。</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>ε of Atkinson&apos;s index, above 0:</source>
        <translation>阿特金森指数的 ε（大于 0）：</translation>
    </message>
    <message>
        <source>Percent of the entities:</source>
        <translation>实体的百分比：</translation>
    </message>
</context>
<context>
    <name>widgets::ExperimentBox</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>请为实验命名。</translation>
    </message>
    <message>
        <source>Check at least one model.</source>
        <translation>请至少勾选一个模型。</translation>
    </message>
    <message>
        <source>Seeds are whole numbers, such as 1, 2, 5-8.</source>
        <translation>随机种子须为整数，例如 1, 2, 5-8。</translation>
    </message>
    <message>
        <source>Runs: %1 (recipes: %2, models: %3, seeds: %4).</source>
        <translation>运行数：%1（配方：%2，模型：%3，随机种子：%4）。</translation>
    </message>
    <message>
        <source>The list is empty: the recipe above is queued.</source>
        <translation>列表为空：将把上方的配方加入队列。</translation>
    </message>
    <message>
        <source>Without ERM there is no plain baseline to compare with.</source>
        <translation>没有 ERM，就没有可供比较的普通基线。</translation>
    </message>
    <message>
        <source>Experiment: recipes × models × seeds</source>
        <translation>实验：配方 × 模型 × 随机种子</translation>
    </message>
    <message>
        <source>Name of the experiment</source>
        <translation>实验名称</translation>
    </message>
    <message>
        <source>Name of the experiment: its runs are listed under it</source>
        <translation>实验名称：其运行将列在该名称下</translation>
    </message>
    <message>
        <source>Recipes of the experiment</source>
        <translation>实验的配方</translation>
    </message>
    <message>
        <source>Recipes of the experiment; double click or Enter opens one in the editor</source>
        <translation>实验的配方；双击或按 Enter 可在编辑器中打开配方</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the chosen recipe out of the experiment</source>
        <translation>将所选配方从实验中移除</translation>
    </message>
    <message>
        <source>Remove the recipe from the experiment</source>
        <translation>从实验中移除配方</translation>
    </message>
    <message>
        <source>Add ERM</source>
        <translation>添加 ERM</translation>
    </message>
    <message>
        <source>Adds plain training without any remedy: the baseline</source>
        <translation>添加不含任何补救措施的普通训练：基线</translation>
    </message>
    <message>
        <source>Add ERM, the baseline</source>
        <translation>添加 ERM（基线）</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Models and training parameters</source>
        <translation>模型与训练参数</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>随机种子(&amp;S)</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>One run per seed: whole numbers and ranges, such as 1, 2, 5-8</source>
        <translation>每个随机种子对应一次运行：整数及范围，例如 1, 2, 5-8</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the runs train: the processor, or a CUDA graphics card</source>
        <translation>运行在何处训练：处理器或 CUDA 显卡</translation>
    </message>
    <message>
        <source>Open experiment …</source>
        <translation>打开实验…</translation>
    </message>
    <message>
        <source>Reads an experiment from a JSON file</source>
        <translation>从 JSON 文件读取实验</translation>
    </message>
    <message>
        <source>Save experiment …</source>
        <translation>保存实验…</translation>
    </message>
    <message>
        <source>Writes the experiment as a JSON file, which taillight-cli run understands too</source>
        <translation>将实验写入 JSON 文件，taillight-cli run 也能识别该文件</translation>
    </message>
    <message>
        <source>&amp;Queue runs</source>
        <translation>加入队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Puts all runs into the queue and goes to the Runs stage</source>
        <translation>将所有运行加入队列，并转到“运行”阶段</translation>
    </message>
</context>
<context>
    <name>widgets::ExposurePage</name>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Impressions against what came of them: what is rare because nobody sees it, and what because nobody wants it.</source>
        <translation>曝光与其结果：哪些稀有是因为没人看到，哪些是因为没人想要。</translation>
    </message>
    <message>
        <source>Telling exposure and demand apart</source>
        <translation>正在区分曝光与需求</translation>
    </message>
    <message>
        <source>An entity&apos;s own rate counts for more than the mean from %1 impressions on.</source>
        <translation>从 %1 次曝光起，实体自身的比率比均值更重要。</translation>
    </message>
    <message>
        <source>%1 without an impression are left out.</source>
        <translation>%1 个没有曝光的已略去。</translation>
    </message>
    <message>
        <source>&amp;Wanted means:</source>
        <translation>需求指(&amp;W)：</translation>
    </message>
    <message>
        <source>what there is</source>
        <translation>现有数据</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>put into the cart</source>
        <translation>加入购物车</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>What counts as demand</source>
        <translation>什么算作需求</translation>
    </message>
    <message>
        <source>What must come of an impression to count as demand</source>
        <translation>曝光之后发生什么才算作需求</translation>
    </message>
    <message>
        <source>&amp;Correct for the position</source>
        <translation>校正位置(&amp;C)</translation>
    </message>
    <message>
        <source>Clicks weigh more where fewer people look (inverse propensities of a position-based click model)</source>
        <translation>较少被查看的位置上的点击权重更大（基于位置的点击模型的逆倾向）</translation>
    </message>
    <message>
        <source>Exposure and demand can be told apart only where the log says what was shown and what came of it: import a log of impressions and clicks or purchases.</source>
        <translation>只有日志记录了曝光及其结果，才能区分曝光与需求：请导入包含曝光以及点击或购买的日志。</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBuilder</name>
    <message>
        <source>Rows for which</source>
        <translation>行须满足</translation>
    </message>
    <message>
        <source>all of these hold</source>
        <translation>以下全部条件</translation>
    </message>
    <message>
        <source>any of these holds</source>
        <translation>以下任一条件</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件的组合方式</translation>
    </message>
    <message>
        <source>&amp;Add a condition</source>
        <translation>添加条件(&amp;A)</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
</context>
<context>
    <name>widgets::FilterEdit</name>
    <message>
        <source>Proposals for the filter</source>
        <translation>筛选条件的建议</translation>
    </message>
</context>
<context>
    <name>widgets::FilterRow</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>This value does not fit the column.</source>
        <translation>此值与该列不符。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Upper value</source>
        <translation>上限值</translation>
    </message>
    <message>
        <source>Case counts</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>大写字母与小写字母视为不同</translation>
    </message>
    <message>
        <source>Part of the filter as an expression</source>
        <translation>筛选条件中以表达式表示的部分</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
</context>
<context>
    <name>widgets::HistogramView</name>
    <message>
        <source>Histogram from %1 to %2</source>
        <translation>%1 至 %2 的直方图</translation>
    </message>
    <message>
        <source>logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>%1 to %2: %3 rows</source>
        <translation>%1 至 %2：%3 行</translation>
    </message>
</context>
<context>
    <name>widgets::ImportWizard</name>
    <message>
        <source>File to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Reading the head of %1</source>
        <translation>正在读取 %1 的开头</translation>
    </message>
    <message>
        <source>Everything shown can be imported. Rows that cannot are listed with line, column and reason afterwards.</source>
        <translation>所示内容均可导入。无法导入的行会在导入后列出，并注明行号、列和原因。</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation>取消导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>What the rows of the file are</source>
        <translation>文件中各行的含义</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.xlsx *.parquet *.gz *.zst *.xz *.bz2 *.zip);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.xlsx *.parquet *.gz *.zst *.xz *.bz2 *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>要导入的文件夹</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Looking at all rows of %1</source>
        <translation>正在查看 %1 的所有行</translation>
    </message>
    <message>
        <source>Looking for kinds of events in %1</source>
        <translation>正在查找 %1 中的事件种类</translation>
    </message>
    <message>
        <source>Looking for personal data in %1</source>
        <translation>正在查找 %1 中的个人数据</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 kinds of events are not understood: see Events.</source>
        <translation>有 %1 种事件无法理解：请看“事件”。</translation>
    </message>
    <message>
        <source>Choose files or a folder, or drop them here. Nothing is imported before you press Import.</source>
        <translation>选择文件或文件夹，或拖到这里。按“导入”之前不会导入任何内容。</translation>
    </message>
    <message>
        <source>&amp;Import %1 files</source>
        <translation>导入 %1 个文件(&amp;I)</translation>
    </message>
    <message>
        <source>Start the import</source>
        <translation>开始导入</translation>
    </message>
    <message>
        <source>CSV, JSON, Excel, Parquet; packed or not; or a folder</source>
        <translation>CSV、JSON、Excel、Parquet，压缩与否均可；或文件夹</translation>
    </message>
    <message>
        <source>Type a path and press Enter, choose files, or drop them here</source>
        <translation>输入路径后按回车、选择文件，或拖到这里</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Import every file in a folder</source>
        <translation>导入文件夹中的所有文件</translation>
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation>配置(&amp;R)：</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>What was decided for files of one make, under a name; found again by the columns of a file</source>
        <translation>对同一类文件的各项决定，以名称保存；按文件的列自动找回</translation>
    </message>
    <message>
        <source>none; type a name to save</source>
        <translation>无；输入名称以保存</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Remember mapping, reading, kinds and privacy under this name</source>
        <translation>以此名称记住映射、读取方式、事件种类和隐私规则</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>移除配置</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Import &amp;again</source>
        <translation>再次导入(&amp;A)</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>再次导入</translation>
    </message>
    <message>
        <source>Import the file although the same one is in the project already</source>
        <translation>即使项目中已有同样的文件也导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
</context>
<context>
    <name>widgets::KindValuesForm</name>
    <message>
        <source>(not known: rejected)</source>
        <translation>（未知：拒绝）</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Rows without a kind are</source>
        <translation>没有种类的行作为</translation>
    </message>
    <message>
        <source>Every row is</source>
        <translation>每一行都是</translation>
    </message>
    <message>
        <source>No column is mapped to the kind of event, so the file holds one kind. Map one under Columns if it holds several.</source>
        <translation>没有列映射到事件种类，因此整个文件为同一种类。如有多种，请在“列”中映射。</translation>
    </message>
    <message>
        <source>Reading which values “%1” has …</source>
        <translation>正在读取“%1”的取值…</translation>
    </message>
    <message>
        <source>“%1” has very many values: is it really the kind of event?</source>
        <translation>“%1”的取值非常多：它真的是事件种类吗？</translation>
    </message>
    <message>
        <source>%1 values of “%2” mean nothing yet: choose a kind, or leave them out; otherwise their rows are rejected.</source>
        <translation>“%2”有 %1 个取值尚无含义：请选择种类或不导入；否则这些行会被拒绝。</translation>
    </message>
    <message>
        <source>What the values of “%1” mean:</source>
        <translation>“%1”各取值的含义：</translation>
    </message>
    <message>
        <source>Kind of “%1”</source>
        <translation>“%1”的种类</translation>
    </message>
    <message>
        <source>Kind of rows that name none</source>
        <translation>没有种类的行的种类</translation>
    </message>
    <message>
        <source>What a row is when the file has no kind column, or the row none</source>
        <translation>文件没有种类列或该行没有写明时，该行的种类</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Values of the kind column</source>
        <translation>种类列的取值</translation>
    </message>
</context>
<context>
    <name>widgets::LabPage</name>
    <message>
        <source>Cancelled. Choose the entity again to look once more.</source>
        <translation>已取消。再次选择实体即可重新查看。</translation>
    </message>
    <message>
        <source>Looking at the data …</source>
        <translation>正在查看数据…</translation>
    </message>
</context>
<context>
    <name>widgets::MappingForm</name>
    <message>
        <source>later row completes the earlier</source>
        <translation>后出现的行补全先前的行</translation>
    </message>
    <message>
        <source>reject the later row</source>
        <translation>拒绝后出现的行</translation>
    </message>
    <message>
        <source>leave out the later row</source>
        <translation>略去后出现的行</translation>
    </message>
    <message>
        <source>import all</source>
        <translation>全部导入</translation>
    </message>
    <message>
        <source>leave out repetitions</source>
        <translation>略去重复行</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Column for %1, required</source>
        <translation>%1 对应的列，必填</translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation>%1 对应的列</translation>
    </message>
    <message>
        <source>(choose a column)</source>
        <translation>（选择列）</translation>
    </message>
    <message>
        <source>(not in the file)</source>
        <translation>（文件中没有）</translation>
    </message>
    <message>
        <source>Repeated rows</source>
        <translation>重复行</translation>
    </message>
    <message>
        <source>What to do with repeated rows</source>
        <translation>如何处理重复行</translation>
    </message>
    <message>
        <source>Catalogue: rows with an id seen before. Log: rows equal in every mapped field.</source>
        <translation>商品目录：ID 已出现过的行。行为日志：所有已映射字段均相同的行。</translation>
    </message>
    <message>
        <source>The column was recognised by its name: sure.</source>
        <translation>按名称识别的列：确定。</translation>
    </message>
    <message>
        <source>%1 (?)</source>
        <translation>%1（？）</translation>
    </message>
    <message>
        <source>The column was guessed from its name and contents: have a look.</source>
        <translation>按名称和内容推测的列：请核对。</translation>
    </message>
    <message>
        <source>The column was chosen by you or by a profile.</source>
        <translation>由您或配置选择的列。</translation>
    </message>
    <message>
        <source>Keep columns without a field with each row</source>
        <translation>随每行保留没有对应字段的列</translation>
    </message>
    <message>
        <source>They can be filtered, shown and used as groups later</source>
        <translation>以后可用于筛选、显示和分组</translation>
    </message>
</context>
<context>
    <name>widgets::ModelPicker</name>
    <message>
        <source>Models of the experiment</source>
        <translation>实验的模型</translation>
    </message>
</context>
<context>
    <name>widgets::PanelText</name>
    <message>
        <source>%1 · %2 · seed %3</source>
        <translation>%1 · %2 · 随机种子 %3</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>share of support: head to %1, mid to %2</source>
        <translation>支持数占比：头部至 %1，中部至 %2</translation>
    </message>
    <message>
        <source>shots: head above %1, tail below %2</source>
        <translation>样本数：头部高于 %1，尾部低于 %2</translation>
    </message>
    <message>
        <source>thresholds: head from %1, mid from %2</source>
        <translation>阈值：头部从 %1 起，中部从 %2 起</translation>
    </message>
    <message>
        <source>quantiles of entities: head to %1, mid to %2</source>
        <translation>实体分位数：头部至 %1，中部至 %2</translation>
    </message>
    <message>
        <source>share of support: %1</source>
        <translation>支持数占比：%1</translation>
    </message>
    <message>
        <source>shots: %1</source>
        <translation>样本数：%1</translation>
    </message>
    <message>
        <source>thresholds: %1</source>
        <translation>阈值：%1</translation>
    </message>
    <message>
        <source>quantiles of entities: %1</source>
        <translation>实体分位数：%1</translation>
    </message>
</context>
<context>
    <name>widgets::ParamEditor</name>
    <message>
        <source>Range: %1 to %2.</source>
        <translation>范围：%1 至 %2。</translation>
    </message>
    <message>
        <source>Range: %1 or more.</source>
        <translation>范围：不小于 %1。</translation>
    </message>
    <message>
        <source>Range: %1 or less.</source>
        <translation>范围：不大于 %1。</translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation>默认值：%1。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a file for “%1”</source>
        <translation>为“%1”选择文件</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>未选择文件</translation>
    </message>
</context>
<context>
    <name>widgets::PrivacyApplyDialog</name>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Working: the Jobs dock shows how far it is and can cancel it.</source>
        <translation>正在处理：“任务”面板显示进度，也可在其中取消。</translation>
    </message>
    <message>
        <source>Pseudonyms need a key: a key file or a passphrase, the one that the project was begun with.</source>
        <translation>假名需要密钥：密钥文件或密码短语，须与项目最初使用的相同。</translation>
    </message>
    <message>
        <source>This cannot be undone: the old text is overwritten. Backups, exports and models keep it.</source>
        <translation>此操作无法撤销：旧文本会被覆盖。备份、导出文件和模型中仍会保留旧文本。</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>隐藏个人数据</translation>
    </message>
    <message>
        <source>Hides data that is in the project already, and writes the file anew so that nothing of the old text stays in it.</source>
        <translation>隐藏项目中已有的数据，并重新写入文件，使其中不残留任何旧文本。</translation>
    </message>
    <message>
        <source>Replace &amp;user ids by pseudonyms</source>
        <translation>将用户 ID 替换为假名(&amp;U)</translation>
    </message>
    <message>
        <source>Replace &amp;sessions by pseudonyms</source>
        <translation>将会话替换为假名(&amp;S)</translation>
    </message>
    <message>
        <source>Replace o&amp;rder numbers by pseudonyms</source>
        <translation>将订单号替换为假名(&amp;R)</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>replace by its kind</source>
        <translation>替换为其类型</translation>
    </message>
    <message>
        <source>replace by a pseudonym</source>
        <translation>替换为假名</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What happens to this in texts: %1</source>
        <translation>对文本中此类数据的处理：%1</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>密钥文件(&amp;K)：</translation>
    </message>
    <message>
        <source>or &amp;passphrase:</source>
        <translation>或密码短语(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>密钥的密码短语</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Key files (*.taillight-key);;All files (*)</source>
        <translation>密钥文件 (*.taillight-key);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>widgets::PrivacyPage</name>
    <message>
        <source>%1 × %2 (perhaps by chance)</source>
        <translation>%1 × %2（可能是巧合）</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>例如 %1</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>正在读取整个文件…</translation>
    </message>
    <message>
        <source>E-mail addresses, phone numbers, identity and card numbers, IP and street addresses.</source>
        <translation>电子邮件地址、电话号码、身份证号和银行卡号、IP 地址和街道地址。</translation>
    </message>
    <message>
        <source>%1 rows read, no personal data recognised. Names are not recognised: look yourself.</source>
        <translation>已读取 %1 行，未识别出个人数据。姓名无法识别：请自行查看。</translation>
    </message>
    <message>
        <source>%1 rows read: personal data in %2 of %3 columns.</source>
        <translation>已读取 %1 行：%3 列中有 %2 列含个人数据。</translation>
    </message>
    <message>
        <source>Key files (*.taillight-key);;All files (*)</source>
        <translation>密钥文件 (*.taillight-key);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>New key file</source>
        <translation>新建密钥文件</translation>
    </message>
    <message>
        <source>pseudonyms.taillight-key</source>
        <translation>假名.taillight-key</translation>
    </message>
    <message>
        <source>Pseudonyms need a key: choose a key file or make a new one on the Privacy page.</source>
        <translation>假名需要密钥：请在“隐私”页选择密钥文件或新建一个。</translation>
    </message>
    <message>
        <source>Pseudonyms need a key: type its passphrase on the Privacy page.</source>
        <translation>假名需要密钥：请在“隐私”页输入其密码短语。</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>pseudonymise</source>
        <translation>假名化</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>generalise</source>
        <translation>泛化</translation>
    </message>
    <message>
        <source>What happens to %1</source>
        <translation>对 %1 的处理</translation>
    </message>
    <message>
        <source>Keep it as it is, replace each value by a pseudonym that only the key connects to it, leave the column out, or make its values coarser</source>
        <translation>原样保留，将每个值替换为只有借助密钥才能对应的假名，略去该列，或使其值变得更粗略</translation>
    </message>
    <message>
        <source>How %1 is made coarser</source>
        <translation>%1 的泛化方式</translation>
    </message>
    <message>
        <source>hour, day, week, month or year of a time; prefix:N characters; step:X or edges:A,B,C of a number; depth:N of a category path; ip; age or age:N</source>
        <translation>时间：hour、day、week、month 或 year；字符：prefix:N；数字：step:X 或 edges:A,B,C；类目路径：depth:N；ip；age 或 age:N</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人数据</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What happens to each column</source>
        <translation>对各列的处理</translation>
    </message>
    <message>
        <source>&amp;Look for personal data</source>
        <translation>查找个人数据(&amp;L)</translation>
    </message>
    <message>
        <source>Look for personal data</source>
        <translation>查找个人数据</translation>
    </message>
    <message>
        <source>Read the whole file and count e-mail addresses, phone numbers and the like in every column</source>
        <translation>读取整个文件，统计每列中的电子邮件地址、电话号码等</translation>
    </message>
    <message>
        <source>&amp;Mask what was found</source>
        <translation>对发现的数据加掩码(&amp;M)</translation>
    </message>
    <message>
        <source>Mask what was found</source>
        <translation>对发现的数据加掩码</translation>
    </message>
    <message>
        <source>Set every kind that was found to “mask”</source>
        <translation>将发现的每种类型设为“掩码”</translation>
    </message>
    <message>
        <source>Personal data inside texts of kept columns</source>
        <translation>所保留列的文本中的个人数据</translation>
    </message>
    <message>
        <source>mask: [email]</source>
        <translation>掩码：[email]</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>What happens to %1 in texts</source>
        <translation>对文本中%1的处理</translation>
    </message>
    <message>
        <source>Keep it, put a word in its place, replace it by a pseudonym, or cut it out</source>
        <translation>保留、用一个词代替、替换为假名，或删去</translation>
    </message>
    <message>
        <source>Key of the pseudonyms</source>
        <translation>假名的密钥</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <translation>密钥文件(&amp;F)</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>密码短语(&amp;A)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>密钥的密码短语</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Make a new key file</source>
        <translation>新建密钥文件</translation>
    </message>
    <message>
        <source>Use a key file</source>
        <translation>使用密钥文件</translation>
    </message>
    <message>
        <source>Use a passphrase</source>
        <translation>使用密码短语</translation>
    </message>
    <message>
        <source>Make a random key in a new file that only you can read</source>
        <translation>在新文件中生成只有您能读取的随机密钥</translation>
    </message>
    <message>
        <source>The same key gives the same user the same pseudonym in every file. Keep it apart from the project; without it nobody finds the way back.</source>
        <translation>使用相同的密钥，同一用户在每个文件中的假名都相同。请将密钥与项目分开保管；没有密钥，任何人都无法还原。</translation>
    </message>
</context>
<context>
    <name>widgets::PrivacyReportPage</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>What was collected, what was done to it, what personal data remains, and how many people are alike</source>
        <translation>收集了什么、做了哪些处理、还残留哪些个人数据，以及有多少人彼此相同</translation>
    </message>
    <message>
        <source>Privacy report over every text</source>
        <translation>覆盖全部文本的隐私报告</translation>
    </message>
    <message>
        <source>Privacy report</source>
        <translation>隐私报告</translation>
    </message>
    <message>
        <source>&lt;p&gt;Reading the project…&lt;/p&gt;</source>
        <translation>&lt;p&gt;正在读取项目…&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Open a project to see what of it is personal.&lt;/p&gt;</source>
        <translation>&lt;p&gt;打开项目即可查看其中的个人数据。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Export the privacy report</source>
        <translation>导出隐私报告</translation>
    </message>
    <message>
        <source>privacy report.txt</source>
        <translation>隐私报告.txt</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON (*.json)</source>
        <translation>文本 (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The privacy report was written to %1.</source>
        <translation>隐私报告已写入 %1。</translation>
    </message>
    <message>
        <source>Hiding personal data</source>
        <translation>正在隐藏个人数据</translation>
    </message>
    <message>
        <source>Hidden: %1 user ids, %2 texts. The old text is gone from the project file.</source>
        <translation>已隐藏：%1 个用户 ID，%2 条文本。旧文本已从项目文件中清除。</translation>
    </message>
    <message>
        <source>&amp;Alike in:</source>
        <translation>相同于(&amp;A)：</translation>
    </message>
    <message>
        <source>time:month, item.category</source>
        <translation>time:month, item.category</translation>
    </message>
    <message>
        <source>Columns of the event log that others may know of a person, coarser if you like: time:month, price:step:10, item.category, extra.Country</source>
        <translation>行为日志中他人可能了解到的个人相关列，可按需取较粗的粒度：time:month, price:step:10, item.category, extra.Country</translation>
    </message>
    <message>
        <source>Quasi-identifiers</source>
        <translation>准标识符</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add a quasi-identifier</source>
        <translation>添加准标识符</translation>
    </message>
    <message>
        <source>Add a column that others may know of a person</source>
        <translation>添加他人可能了解到的个人相关列</translation>
    </message>
    <message>
        <source>s&amp;mall below:</source>
        <translation>小组少于(&amp;M)：</translation>
    </message>
    <message>
        <source>Groups of fewer users are small</source>
        <translation>用户数少于此值的组为小组</translation>
    </message>
    <message>
        <source>Groups of fewer users count as small</source>
        <translation>用户数少于此值的组视为小组</translation>
    </message>
    <message>
        <source>&amp;Count</source>
        <translation>统计(&amp;C)</translation>
    </message>
    <message>
        <source>Count how many users are alike in these columns</source>
        <translation>统计有多少用户在这些列上相同</translation>
    </message>
    <message>
        <source>Look at &amp;everything</source>
        <translation>查看全部(&amp;E)</translation>
    </message>
    <message>
        <source>Look for personal data in every text instead of a sample of each column</source>
        <translation>在每条文本中查找个人数据，而不是仅查看每列的样本</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the report as text or JSON</source>
        <translation>将报告写为文本或 JSON</translation>
    </message>
    <message>
        <source>&amp;Hide…</source>
        <translation>隐藏(&amp;H)…</translation>
    </message>
    <message>
        <source>Replace ids by pseudonyms and hide personal data in what is in the project already</source>
        <translation>将项目中已有数据的 ID 替换为假名，并隐藏其中的个人数据</translation>
    </message>
</context>
<context>
    <name>widgets::PrivacyText</name>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>pseudonymised</source>
        <translation>已假名化</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>made coarser</source>
        <translation>已泛化</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>What was collected, and what was done to it at the import</source>
        <translation>收集了什么，以及导入时做了哪些处理</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>尚未导入任何内容。</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1：%2 行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Personal data treated</source>
        <translation>已处理的个人数据</translation>
    </message>
    <message>
        <source>, %1 values</source>
        <translation>，%1 个值</translation>
    </message>
    <message>
        <source>(extra)</source>
        <translation>（附加列）</translation>
    </message>
    <message>
        <source>What was done since</source>
        <translation>此后的处理</translation>
    </message>
    <message>
        <source>What remains</source>
        <translation>残留的个人数据</translation>
    </message>
    <message>
        <source>There are no texts to look at yet.</source>
        <translation>尚无可查看的文本。</translation>
    </message>
    <message>
        <source>No personal data was recognised in %1 columns. Names of people are not recognised: look yourself.</source>
        <translation>在 %1 列中未识别出个人数据。人名无法识别：请自行查看。</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>At most %1 texts per column were looked at; “Look at everything” reads all.</source>
        <translation>每列最多查看 %1 条文本；“查看全部”会读取所有文本。</translation>
    </message>
    <message>
        <source>k-anonymity</source>
        <translation>k-匿名</translation>
    </message>
    <message>
        <source>Choose columns that others may know of a person (quasi-identifiers) above, such as time:month and item.category, to see how many users are alike in all of them.</source>
        <translation>请在上方选择他人可能了解到的个人相关列（准标识符），例如 time:month 和 item.category，以查看有多少用户在所有这些列上相同。</translation>
    </message>
    <message>
        <source>Over %1: k = %2. %3 groups; %4 of %5 users are in a group of fewer than %6.</source>
        <translation>基于 %1：k = %2。共 %3 组；%5 个用户中有 %4 个所在的组少于 %6 个用户。</translation>
    </message>
    <message>
        <source>Users alike</source>
        <translation>相同用户数</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>This is a viewer copy: it holds results and no rows.</source>
        <translation>这是查看副本：只包含结果，不含数据行。</translation>
    </message>
    <message>
        <source>Pseudonyms were made with the key %1.</source>
        <translation>假名由密钥 %1 生成。</translation>
    </message>
</context>
<context>
    <name>widgets::QualityPage</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>What the data is like: every column, duplicates, leaks between the parts of a split, imbalance.</source>
        <translation>数据概况：每一列、重复项、划分各部分之间的泄漏、不平衡。</translation>
    </message>
    <message>
        <source>Open or make a project first.</source>
        <translation>请先打开或创建项目。</translation>
    </message>
    <message>
        <source>Quality report</source>
        <translation>质量报告</translation>
    </message>
    <message>
        <source>Looking at the data …</source>
        <translation>正在检查数据 …</translation>
    </message>
    <message>
        <source>Cancelled. Look again when you like.</source>
        <translation>已取消。可随时重新检查。</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>尚未导入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s), looked at in %1</source>
        <translation>
            <numerusform>%n 列，检查用时 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save quality report</source>
        <translation>保存质量报告</translation>
    </message>
    <message>
        <source>Reports (*.json *.txt)</source>
        <translation>报告 (*.json *.txt)</translation>
    </message>
    <message>
        <source>The quality report was saved to %1.</source>
        <translation>质量报告已保存到 %1。</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新检查(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>保存报告(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the report as JSON or plain text</source>
        <translation>将报告保存为 JSON 或纯文本</translation>
    </message>
    <message>
        <source>Save the quality report</source>
        <translation>保存质量报告</translation>
    </message>
    <message>
        <source>Columns of the data</source>
        <translation>数据的列</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复项</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>A large project: looking at every row takes a while. Press “Look” to begin.</source>
        <translation>项目较大：查看每一行需要一些时间。请按“查看”开始。</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>Make the report from the data as it is now</source>
        <translation>根据当前数据生成报告</translation>
    </message>
    <message>
        <source>Make the quality report</source>
        <translation>生成质量报告</translation>
    </message>
</context>
<context>
    <name>widgets::ReadingForm</name>
    <message>
        <source>as found</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>as found: %1</source>
        <translation>自动识别：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>first row has names</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>没有列名</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>the first one</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>唯一的一个</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>What kind of file this is</source>
        <translation>文件的种类</translation>
    </message>
    <message>
        <source>Encoding:</source>
        <translation>编码：</translation>
    </message>
    <message>
        <source>How its text is written; found from the whole file</source>
        <translation>文字的编码；根据整个文件识别</translation>
    </message>
    <message>
        <source>Delimiter:</source>
        <translation>分隔符：</translation>
    </message>
    <message>
        <source>What parts the columns</source>
        <translation>分隔各列的字符</translation>
    </message>
    <message>
        <source>Quote:</source>
        <translation>引号：</translation>
    </message>
    <message>
        <source>What encloses values with a delimiter or line break</source>
        <translation>包围含分隔符或换行的值的字符</translation>
    </message>
    <message>
        <source>Header:</source>
        <translation>表头：</translation>
    </message>
    <message>
        <source>Whether the first row names the columns</source>
        <translation>首行是否为列名</translation>
    </message>
    <message>
        <source>Sheet:</source>
        <translation>工作表：</translation>
    </message>
    <message>
        <source>Sheet of a workbook: its name, or its number from 1</source>
        <translation>工作簿中的工作表：名称，或从 1 起的序号</translation>
    </message>
    <message>
        <source>File in the archive:</source>
        <translation>压缩包中的文件：</translation>
    </message>
    <message>
        <source>Which file of a .zip</source>
        <translation>.zip 中的哪个文件</translation>
    </message>
    <message>
        <source>Decimal sign:</source>
        <translation>小数符号：</translation>
    </message>
    <message>
        <source>1.5 or 1,5</source>
        <translation>1.5 或 1,5</translation>
    </message>
    <message>
        <source>Dates:</source>
        <translation>日期：</translation>
    </message>
    <message>
        <source>Whether 03/04/2011 is 3 April or March 4</source>
        <translation>03/04/2011 是 4 月 3 日还是 3 月 4 日</translation>
    </message>
    <message>
        <source>Time zone:</source>
        <translation>时区：</translation>
    </message>
    <message>
        <source>Of times that name none: a name such as Asia/Shanghai, or +08:00</source>
        <translation>用于未写明时区的时间：如 Asia/Shanghai 或 +08:00</translation>
    </message>
    <message>
        <source>Stands for nothing:</source>
        <translation>表示空值：</translation>
    </message>
    <message>
        <source>Unquoted texts that mean “no value”, parted by commas</source>
        <translation>不带引号、表示“没有值”的文字，用逗号分隔</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>colon :</source>
        <translation>冒号 :</translation>
    </message>
</context>
<context>
    <name>widgets::RecipeCharts</name>
    <message>
        <source>Classes, most rows first</source>
        <translation>类别（按行数从多到少）</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>Training rows per class, before and after</source>
        <translation>各类别的训练行数（处理前后）</translation>
    </message>
    <message>
        <source>Rows per epoch</source>
        <translation>每轮次行数</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处理前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处理后</translation>
    </message>
    <message>
        <source>Double-correction meter: what boosts each class</source>
        <translation>重复校正指示：各类别受何因素提升</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Loss weight</source>
        <translation>损失权重</translation>
    </message>
    <message>
        <source>Logit prior</source>
        <translation>Logit 先验</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>综合</translation>
    </message>
</context>
<context>
    <name>widgets::RecipeEditor</name>
    <message>
        <source>“%1” is in the recipe already.</source>
        <translation>“%1”已在配方中。</translation>
    </message>
    <message>
        <source>“%1” replaces “%2”: a recipe has one step of the kind “%3”.</source>
        <translation>“%1”取代“%2”：一个配方只能有一个“%3”类步骤。</translation>
    </message>
    <message>
        <source>Reci&amp;pe</source>
        <translation>配方(&amp;P)</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>配方名称</translation>
    </message>
    <message>
        <source>Name under which its runs are listed; proposed from the steps until you write one</source>
        <translation>列出其运行时所用的名称；在您填写之前根据步骤自动拟定</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Start again with an empty recipe</source>
        <translation>从空配方重新开始</translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation>新建配方</translation>
    </message>
    <message>
        <source>No remedy: plain training (ERM), the baseline of every comparison.

Add strategies from the left by double click, Enter or drag, or choose a ready-made recipe.</source>
        <translation>无补救措施：普通训练，即经验风险最小化（ERM），是所有比较的基线。

通过双击、按 Enter 或拖动从左侧添加策略，或选择现成配方。</translation>
    </message>
    <message>
        <source>&amp;Add recipe to the experiment</source>
        <translation>将配方加入实验(&amp;A)</translation>
    </message>
    <message>
        <source>Puts the recipe into the experiment below; one of the same name is updated</source>
        <translation>将配方放入下方的实验；同名配方会被更新</translation>
    </message>
    <message>
        <source>Add recipe to the experiment</source>
        <translation>将配方加入实验</translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation>配方的步骤</translation>
    </message>
</context>
<context>
    <name>widgets::RecipePalette</name>
    <message>
        <source>&amp;Ready-made recipes</source>
        <translation>现成配方(&amp;R)</translation>
    </message>
    <message>
        <source>Ready-made recipes</source>
        <translation>现成配方</translation>
    </message>
    <message>
        <source>Starts from a ready-made recipe; it replaces the steps of the current one</source>
        <translation>从现成配方开始；它会取代当前配方的步骤</translation>
    </message>
    <message>
        <source>Choose one …</source>
        <translation>请选择 …</translation>
    </message>
    <message>
        <source>Search strategies</source>
        <translation>搜索策略</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Double click, Enter or drag adds a strategy to the recipe</source>
        <translation>双击、按 Enter 或拖动可将策略添加到配方</translation>
    </message>
    <message>
        <source>Add to recipe</source>
        <translation>添加到配方</translation>
    </message>
    <message>
        <source>Add the chosen strategy to the recipe</source>
        <translation>将所选策略添加到配方</translation>
    </message>
    <message>
        <source>Adds the chosen strategy to the recipe (Enter)</source>
        <translation>将所选策略添加到配方 (Enter)</translation>
    </message>
</context>
<context>
    <name>widgets::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Compose a remedy from augmentation, sampling, loss and correction, and see its effect before training.</source>
        <translation>用增强、采样、损失和校正编排补救措施，并在训练前查看其效果。</translation>
    </message>
    <message>
        <source>Experiment saved: %1</source>
        <translation>实验已保存：%1</translation>
    </message>
    <message>
        <source>Experiment opened: %1</source>
        <translation>实验已打开：%1</translation>
    </message>
    <message>
        <source>There is no project open. Open one, or make one on the Data stage.</source>
        <translation>没有打开的项目。请打开一个项目，或在“数据”阶段创建一个。</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.json);;All files (*)</source>
        <translation>实验 (*.json);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>widgets::RecipePreview</name>
    <message>
        <source>Open a project, or make one on the Data stage: then the effect of the recipe shows here.</source>
        <translation>请打开项目，或在“数据”阶段创建一个：之后此处将显示配方的效果。</translation>
    </message>
    <message>
        <source>Make a split on the Data stage: then the effect of the recipe shows here.</source>
        <translation>请在“数据”阶段创建划分：之后此处将显示配方的效果。</translation>
    </message>
    <message>
        <source>Recipe preview</source>
        <translation>配方预览</translation>
    </message>
    <message>
        <source>%1 · split %2 · training rows · bucket rule %3 · no run: computed from the recipe “%4”</source>
        <translation>%1 · 划分 %2 · 训练行 · 分桶规则 %3 · 无运行：根据配方“%4”计算</translation>
    </message>
    <message>
        <source>Add an augmenter to see samples of the texts it makes.</source>
        <translation>添加增强器即可查看其生成文本的示例。</translation>
    </message>
    <message>
        <source>Rows per epoch: &lt;b&gt;%1 → %2&lt;/b&gt; · rarest class: &lt;b&gt;%3 → %4&lt;/b&gt; · largest to rarest: &lt;b&gt;%5 → %6&lt;/b&gt;</source>
        <translation>每轮次行数：&lt;b&gt;%1 → %2&lt;/b&gt; · 最稀少类别：&lt;b&gt;%3 → %4&lt;/b&gt; · 最大与最稀少类别之比：&lt;b&gt;%5 → %6&lt;/b&gt;</translation>
    </message>
    <message>
        <source> · synthetic rows: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation> · 合成行：&lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>⚠ Double correction: the rarest class “%1” counts %2 times as much as the largest, but is only %3 times rarer. Sampling, loss weight and prior add up: remove one of them, or lower its strength.</source>
        <translation>⚠ 重复校正：最稀少类别“%1”的权重是最大类别的 %2 倍，但其样本数仅为后者的 1/%3。采样、损失权重和先验的作用会叠加：请移除其中之一，或降低其强度。</translation>
    </message>
    <message>
        <source>✓ No double correction: the rarest class “%1” counts %2 times as much as the largest and is %3 times rarer.</source>
        <translation>✓ 无重复校正：最稀少类别“%1”的权重是最大类别的 %2 倍，其样本数为后者的 1/%3。</translation>
    </message>
    <message>
        <source>The augmenters of this recipe make no row on this split: no class is rare enough for them. Change their limits.</source>
        <translation>此配方的增强器在该划分上未生成任何行：没有足够稀少的类别可供其处理。请更改其限值。</translation>
    </message>
    <message>
        <source>Effect on the training rows</source>
        <translation>对训练行的效果</translation>
    </message>
    <message>
        <source>Augmented texts: removed words struck through, added words underlined</source>
        <translation>增强后的文本：删除的词加删除线，新增的词加下划线</translation>
    </message>
    <message>
        <source>Augmented texts</source>
        <translation>增强后的文本</translation>
    </message>
    <message>
        <source>Chart of training rows per class before and after the recipe</source>
        <translation>应用配方前后各类别训练行数的图表</translation>
    </message>
    <message>
        <source>Chart of the double-correction meter</source>
        <translation>重复校正指示图</translation>
    </message>
</context>
<context>
    <name>widgets::RecipeStepCard</name>
    <message>
        <source>Remove “%1” from the recipe</source>
        <translation>从配方中移除“%1”</translation>
    </message>
</context>
<context>
    <name>widgets::RecipeText</name>
    <message>
        <source>Augmenter</source>
        <translation>增强器</translation>
    </message>
    <message>
        <source>Resampler</source>
        <translation>重采样器</translation>
    </message>
    <message>
        <source>Batch sampler</source>
        <translation>批采样器</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Post-hoc correction</source>
        <translation>事后校正</translation>
    </message>
    <message>
        <source>Makes new training rows from old ones, before everything else. Several may follow each other.</source>
        <translation>在其他所有步骤之前，由已有训练行生成新的训练行。可依次使用多个。</translation>
    </message>
    <message>
        <source>Repeats or leaves out training rows once, before training. One at most.</source>
        <translation>训练前一次性重复或剔除训练行。最多一个。</translation>
    </message>
    <message>
        <source>Chooses the rows of each epoch anew. One at most.</source>
        <translation>每个轮次重新选取行。最多一个。</translation>
    </message>
    <message>
        <source>What training minimises. One at most; none is plain cross entropy.</source>
        <translation>训练所最小化的目标。最多一个；不选则为普通交叉熵。</translation>
    </message>
    <message>
        <source>Corrects the trained scores. One at most.</source>
        <translation>校正训练所得的分数。最多一个。</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>widgets::RejectsBox</name>
    <message>
        <source>%1 corrected rows were imported; what is still refused stays in the list with its reason.</source>
        <translation>已导入 %1 个更正后的行；仍被拒绝的行会留在列表中，并注明原因。</translation>
    </message>
    <message>
        <source>Importing corrected rows</source>
        <translation>正在导入更正后的行</translation>
    </message>
    <message>
        <source>Exporting rejected rows</source>
        <translation>正在导出被拒行</translation>
    </message>
    <message>
        <source>%1 rejected rows were written to %2. Correct the cells in front and bring the file back with “Import corrected file”.</source>
        <translation>已将 %1 个被拒行写入 %2。请更正前面的单元格，再通过“导入更正后的文件”将文件导回。</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>导出被拒行</translation>
    </message>
    <message>
        <source>rejected rows.csv</source>
        <translation>被拒行.csv</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Corrected rows</source>
        <translation>更正后的行</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import &amp;corrected</source>
        <translation>导入更正后的行(&amp;C)</translation>
    </message>
    <message>
        <source>Import &amp;corrected (%1)</source>
        <translation>导入更正后的行 (%1)(&amp;C)</translation>
    </message>
    <message>
        <source>Choose a row to see its line, correct it below, and import it again.</source>
        <translation>选择一行以查看其原始内容，在下方更正后重新导入。</translation>
    </message>
    <message>
        <source>Rows of this format are corrected in a file: export them, correct, import the file.</source>
        <translation>此格式的行须在文件中更正：请先导出，更正后再导入该文件。</translation>
    </message>
    <message>
        <source>Correct the line above; several can be corrected before they are imported together.</source>
        <translation>请更正上方的行；可以更正多行后一并导入。</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>被拒行</translation>
    </message>
    <message>
        <source>No row was rejected. Rows that cannot be imported appear here with file, line, column and reason; none is lost silently.</source>
        <translation>没有行被拒绝。无法导入的行会显示在此处，并注明文件、行号、列和原因；不会悄悄丢失任何行。</translation>
    </message>
    <message>
        <source>The rejected line as it stands in the file</source>
        <translation>被拒行在文件中的原始内容</translation>
    </message>
    <message>
        <source>Choose a row to see the line as it stands in the file.</source>
        <translation>选择一行以查看其在文件中的原始内容。</translation>
    </message>
    <message>
        <source>Import the lines corrected here into the file they came from</source>
        <translation>将此处更正后的行导入其来源文件</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the rejected rows of the chosen file as CSV, to correct them elsewhere</source>
        <translation>将所选文件的被拒行写为 CSV，以便在其他程序中更正</translation>
    </message>
    <message>
        <source>Import corrected &amp;file…</source>
        <translation>导入更正后的文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Import an exported file after it was corrected</source>
        <translation>导入已更正的导出文件</translation>
    </message>
</context>
<context>
    <name>widgets::ResultTable</name>
    <message>
        <source>Copy the table “%1”</source>
        <translation>复制表格“%1”</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copies the table in the order shown</source>
        <translation>按当前显示顺序复制表格</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
</context>
<context>
    <name>widgets::RowActions</name>
    <message>
        <source>%1 rows are too many for the clipboard (at most %2): export them instead.</source>
        <translation>%1 行超出剪贴板的上限（最多 %2 行）：请改为导出。</translation>
    </message>
    <message>
        <source>%1 rows were copied.</source>
        <translation>已复制 %1 行。</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Export these rows…</source>
        <translation>导出这些行…</translation>
    </message>
    <message>
        <source>Export the chosen rows…</source>
        <translation>导出所选行…</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>（缺失）</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>排除 %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Sort by %1, smallest first</source>
        <translation>按 %1 排序（从小到大）</translation>
    </message>
    <message>
        <source>Sort by %1, largest first</source>
        <translation>按 %1 排序（从大到小）</translation>
    </message>
    <message>
        <source>Then sort by %1</source>
        <translation>再按 %1 排序</translation>
    </message>
    <message>
        <source>Do not sort</source>
        <translation>不排序</translation>
    </message>
    <message>
        <source>Select in the charts</source>
        <translation>在图表中选中</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>导出数据行</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV, harmless in spreadsheets (*.csv)</source>
        <translation>CSV，可在电子表格中安全打开 (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Exporting rows to %1</source>
        <translation>正在将数据行导出到 %1</translation>
    </message>
    <message>
        <source>%1 rows were written to %2.</source>
        <translation>已将 %1 行写入 %2。</translation>
    </message>
    <message>
        <source>%1 texts begin with = + - or @: a spreadsheet would run them as formulas. The harmless CSV format puts a &apos; before them.</source>
        <translation>有 %1 个文本以 = + - 或 @ 开头：电子表格会将其作为公式执行。安全的 CSV 格式会在这些文本前加上 &apos;。</translation>
    </message>
</context>
<context>
    <name>widgets::RowDetails</name>
    <message>
        <source>(missing)</source>
        <translation>（缺失）</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>未选择任何行</translation>
    </message>
    <message>
        <source>Every column of the row</source>
        <translation>该行的所有列</translation>
    </message>
    <message>
        <source>The whole value</source>
        <translation>完整的值</translation>
    </message>
    <message>
        <source>Choose a cell to read its whole value.</source>
        <translation>选择一个单元格以查看其完整的值。</translation>
    </message>
</context>
<context>
    <name>widgets::RowsPage</name>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Every row of every table: search, filter, sort, copy, export</source>
        <translation>所有表的所有行：搜索、筛选、排序、复制、导出</translation>
    </message>
</context>
<context>
    <name>widgets::RowsView</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Only rows behind the selection in the charts (%1: %2)</source>
        <translation>仅显示图表中所选内容对应的行（%1：%2）</translation>
    </message>
    <message>
        <source>This table knows nothing of the selection in the charts (%1)</source>
        <translation>此表与图表中的选择无关（%1）</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The order of the rows was not finished; only the first rows are here. Press Enter in the search to try again.</source>
        <translation>行的排序未完成；这里只有最前面的行。在搜索框中按 Enter 可重试。</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 行，共 %2 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Open a project to see its rows.</source>
        <translation>请打开项目以查看其数据行。</translation>
    </message>
    <message>
        <source>This is a viewer copy: it holds counts, runs and charts, but no rows, by design. Ask whoever made it for the full project.</source>
        <translation>这是查看副本：按照设计，它包含计数、运行和图表，但不含任何数据行。如需完整项目，请向制作者索取。</translation>
    </message>
    <message>
        <source>This table has no rows yet.</source>
        <translation>此表尚无数据行。</translation>
    </message>
    <message>
        <source>No row passes the filter, the search and the selection.</source>
        <translation>没有任何行同时符合筛选、搜索和选择条件。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Which table of the project to look at</source>
        <translation>要查看项目中的哪个表</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words that must all occur in the texts of a row; two Chinese characters are enough</source>
        <translation>行的文本中必须全部出现的词；两个汉字即可</translation>
    </message>
    <message>
        <source>Filter, such as: price &gt;= 100 and title contains &quot;手机&quot;</source>
        <translation>筛选，例如：price &gt;= 100 and title contains &quot;手机&quot;</translation>
    </message>
    <message>
        <source>Filter expression</source>
        <translation>筛选表达式</translation>
    </message>
    <message>
        <source>An expression over the columns. Ctrl+Space proposes what can come next</source>
        <translation>基于各列的表达式。按 Ctrl+Space 可提示接下来可输入的内容</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Build the filter from columns, comparisons and values</source>
        <translation>用列、比较方式和值构建筛选条件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns to show</source>
        <translation>选择要显示的列</translation>
    </message>
    <message>
        <source>Columns to show</source>
        <translation>要显示的列</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show every column of the current row, and long texts whole</source>
        <translation>显示当前行的所有列，并完整显示长文本</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write these rows to a CSV or JSON Lines file</source>
        <translation>将这些行写入 CSV 或 JSON Lines 文件</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>导出数据行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Progress of the order of the rows</source>
        <translation>行排序的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel sorting and filtering</source>
        <translation>取消排序和筛选</translation>
    </message>
</context>
<context>
    <name>widgets::RuleEditor</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation>%1与%2的边界</translation>
    </message>
    <message>
        <source>Border between %1 and %2; it can also be dragged on the charts</source>
        <translation>%1与%2的边界；也可以在图上拖动</translation>
    </message>
    <message>
        <source>&amp;Buckets:</source>
        <translation>分桶(&amp;B)：</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Bucket rule</source>
        <translation>分桶规则</translation>
    </message>
    <message>
        <source>How entities are put into buckets, from head to tail</source>
        <translation>如何把实体从头部到尾部分桶</translation>
    </message>
    <message>
        <source>Number of buckets</source>
        <translation>桶的数量</translation>
    </message>
    <message>
        <source>Three to seven buckets; entities without support are cold under every rule</source>
        <translation>三到七个桶；没有支持数的实体在任何规则下都是冷门</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Reset the bucket rule</source>
        <translation>重置分桶规则</translation>
    </message>
    <message>
        <source>Back to the usual borders of this rule</source>
        <translation>恢复此规则的常用边界</translation>
    </message>
</context>
<context>
    <name>widgets::RunCharts</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Points appear here as the run trains.</source>
        <translation>运行训练时，数据点将显示在此处。</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Validation recall per bucket</source>
        <translation>各分桶的验证召回率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Epoch %1: %2 %3</source>
        <translation>第 %1 轮次：%2 %3</translation>
    </message>
    <message>
        <source>Best epoch by %1</source>
        <translation>按 %1 的最佳轮次</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation>行/秒</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>每秒行数</translation>
    </message>
</context>
<context>
    <name>widgets::RunPickModel</name>
    <message>
        <source>%1
Experiment: %2</source>
        <translation>%1
实验：%2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
</context>
<context>
    <name>widgets::RunPicker</name>
    <message>
        <source>Runs to compare</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>Checked runs are compared (Space checks the current one)</source>
        <translation>勾选的运行参与比较（按空格键勾选当前运行）</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Checks every run shown in the list</source>
        <translation>勾选列表中显示的所有运行</translation>
    </message>
    <message>
        <source>Check all runs</source>
        <translation>勾选所有运行</translation>
    </message>
    <message>
        <source>Check none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Takes every run shown in the list out of the comparison</source>
        <translation>将列表中显示的所有运行移出比较</translation>
    </message>
    <message>
        <source>Check no run</source>
        <translation>不勾选任何运行</translation>
    </message>
</context>
<context>
    <name>widgets::RunQueueModel</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
</context>
<context>
    <name>widgets::RunsHistory</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Epochs trained; in brackets the best one, which is kept</source>
        <translation>已训练的轮次；括号内为保留的最佳轮次</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Started %1 on %2</source>
        <translation>开始于 %1，设备：%2</translation>
    </message>
    <message>
        <source>Runs in the project</source>
        <translation>项目中的运行</translation>
    </message>
    <message>
        <source>Choosing a run shows its curves</source>
        <translation>选中一个运行即可显示其曲线</translation>
    </message>
    <message>
        <source>Resume run</source>
        <translation>恢复运行</translation>
    </message>
    <message>
        <source>Goes on with an interrupted run from its last epoch</source>
        <translation>从最后一个轮次继续被中断的运行</translation>
    </message>
    <message>
        <source>Resume the interrupted run</source>
        <translation>恢复被中断的运行</translation>
    </message>
    <message>
        <source>Remove run …</source>
        <translation>移除运行…</translation>
    </message>
    <message>
        <source>Removes the run, its predictions and its model from the project</source>
        <translation>从项目中移除该运行及其预测和模型</translation>
    </message>
    <message>
        <source>Remove the run from the project</source>
        <translation>从项目中移除该运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Goes to the Compare stage</source>
        <translation>转到“比较”阶段</translation>
    </message>
    <message>
        <source>Compare the runs</source>
        <translation>比较运行</translation>
    </message>
</context>
<context>
    <name>widgets::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The queue of trainings with live curves; pause, stop and keep the best epoch, discard, resume.</source>
        <translation>带实时曲线的训练队列；可暂停、停止并保留最佳轮次、丢弃、恢复。</translation>
    </message>
    <message>
        <source>Training: %1 · %2 · seed %3</source>
        <translation>训练：%1 · %2 · 随机种子 %3</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>移除运行</translation>
    </message>
    <message>
        <source>Remove %1 with its predictions and its model from the project? This cannot be undone.</source>
        <translation>要从项目中移除 %1 及其预测和模型吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removing a run</source>
        <translation>正在移除运行</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>Compose a recipe, choose a model and seeds, and press “Queue runs” on the Recipe stage.</source>
        <translation>在“配方”阶段组合配方，选择模型和随机种子，然后按“将运行加入队列”。</translation>
    </message>
    <message>
        <source>Go to Recipe</source>
        <translation>转到“配方”</translation>
    </message>
    <message>
        <source>Chart of the training loss</source>
        <translation>训练损失图</translation>
    </message>
    <message>
        <source>Chart of the validation recall per bucket</source>
        <translation>各分桶验证召回率图</translation>
    </message>
    <message>
        <source>Chart of the throughput</source>
        <translation>吞吐量图</translation>
    </message>
    <message>
        <source>Reading curves</source>
        <translation>正在读取曲线</translation>
    </message>
    <message>
        <source>%1 · split %2 · validation · bucket rule %3 · run %4</source>
        <translation>%1 · 划分 %2 · 验证 · 分桶规则 %3 · 运行 %4</translation>
    </message>
    <message>
        <source>not stored yet</source>
        <translation>尚未存储</translation>
    </message>
    <message>
        <source>%1 · %2 · seed %3</source>
        <translation>%1 · %2 · 随机种子 %3</translation>
    </message>
    <message>
        <source>%1 · %2 epochs, best %3 · %4 · %5 rows/s · %6</source>
        <translation>%1 · %2 个轮次，最佳 %3 · %4 · %5 行/秒 · %6</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Choose a run in one of the lists.</source>
        <translation>请在任一列表中选择一个运行。</translation>
    </message>
</context>
<context>
    <name>widgets::RunsQueueBox</name>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The queue is empty. “Queue runs” on the Recipe stage fills it.</source>
        <translation>队列为空。可在“配方”阶段用“将运行加入队列”添加运行。</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>运行队列</translation>
    </message>
    <message>
        <source>Waiting runs can be dragged to another place, or moved with Alt+Up and Alt+Down</source>
        <translation>等待中的运行可拖动到其他位置，或用 Alt+Up 和 Alt+Down 移动</translation>
    </message>
    <message>
        <source>Pauses the running training, or goes on with it (Space in the queue)</source>
        <translation>暂停正在进行的训练，或继续训练（在队列中按空格键）</translation>
    </message>
    <message>
        <source>Pause or resume the running training</source>
        <translation>暂停或恢复正在进行的训练</translation>
    </message>
    <message>
        <source>&amp;Stop, keep best</source>
        <translation>停止并保留最佳(&amp;S)</translation>
    </message>
    <message>
        <source>Ends the running training now and keeps its best epoch as the result</source>
        <translation>立即结束正在进行的训练，并保留其最佳轮次作为结果</translation>
    </message>
    <message>
        <source>Stop the running training and keep its best epoch</source>
        <translation>停止正在进行的训练并保留其最佳轮次</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>Ends the running training and stores no result of it</source>
        <translation>结束正在进行的训练，且不存储其任何结果</translation>
    </message>
    <message>
        <source>Discard the running training</source>
        <translation>丢弃正在进行的训练</translation>
    </message>
    <message>
        <source>Move the waiting run up (Alt+Up)</source>
        <translation>上移等待中的运行（Alt+Up）</translation>
    </message>
    <message>
        <source>Move the waiting run up</source>
        <translation>上移等待中的运行</translation>
    </message>
    <message>
        <source>Move the waiting run down (Alt+Down)</source>
        <translation>下移等待中的运行（Alt+Down）</translation>
    </message>
    <message>
        <source>Move the waiting run down</source>
        <translation>下移等待中的运行</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Takes the chosen run out of the queue (Delete); results in the project stay</source>
        <translation>将选中的运行移出队列（Delete）；项目中的结果会保留</translation>
    </message>
    <message>
        <source>Remove the chosen run from the queue</source>
        <translation>将选中的运行移出队列</translation>
    </message>
</context>
<context>
    <name>widgets::SealDialog</name>
    <message>
        <source>Write to</source>
        <translation>写入到</translation>
    </message>
    <message>
        <source>Taillight projects (*.taillight)</source>
        <translation>Taillight 项目 (*.taillight)</translation>
    </message>
    <message>
        <source>Sealed projects (*.sealed)</source>
        <translation>封存项目 (*.sealed)</translation>
    </message>
    <message>
        <source>Working: the Jobs dock shows how far it is and can cancel it.</source>
        <translation>正在处理：“任务”面板显示进度，也可在其中取消。</translation>
    </message>
    <message>
        <source>Say where the file goes.</source>
        <translation>请指定文件的保存位置。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name: nothing is overwritten.</source>
        <translation>%1 已存在。请另选名称：不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的密码短语不一致。</translation>
    </message>
    <message>
        <source>A passphrase of fewer than %1 characters can be guessed. Four or five words that do not belong together are better.</source>
        <translation>少于 %1 个字符的密码短语可能被猜出。最好使用四五个互不相关的词。</translation>
    </message>
    <message>
        <source>Whoever has the file can try passphrases, and nobody can recover a forgotten one: keep it safe.</source>
        <translation>任何拿到文件的人都可以尝试密码短语，而忘记的密码短语无人能够找回：请妥善保管。</translation>
    </message>
    <message>
        <source>Seal project</source>
        <translation>封存项目</translation>
    </message>
    <message>
        <source>%1 is closed and written to one encrypted file that only the passphrase opens.</source>
        <translation>%1 将被关闭，并写入一个只有凭密码短语才能打开的加密文件。</translation>
    </message>
    <message>
        <source>&amp;Remove the open project afterwards</source>
        <translation>之后移除未加密的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Overwrite and delete the project, its backups and what lies beside it, once the sealed file was read back</source>
        <translation>回读并确认封存文件后，覆写并删除该项目、其备份以及旁边的相关文件</translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>封存(&amp;S)</translation>
    </message>
    <message>
        <source>Open sealed project</source>
        <translation>打开封存项目</translation>
    </message>
    <message>
        <source>%1 is sealed. Its passphrase opens it to a project file.</source>
        <translation>%1 已封存。凭其密码短语可将其打开为项目文件。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Save viewer copy</source>
        <translation>保存查看副本</translation>
    </message>
    <message>
        <source>A sealed copy of %1 for people who may see results but no data: counts, distributions, runs and charts stay, rows, texts and predictions do not.</source>
        <translation>%1 的封存副本，供可以查看结果但不可接触数据的人使用：保留计数、分布、运行和图表，不保留数据行、文本和预测。</translation>
    </message>
    <message>
        <source>Replace &amp;names of items, queries, brands and classes by numbers</source>
        <translation>将商品、查询、品牌和类别的名称替换为编号(&amp;N)</translation>
    </message>
    <message>
        <source>Users are always replaced</source>
        <translation>用户始终会被替换</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>密码短语(&amp;P)：</translation>
    </message>
    <message>
        <source>Once &amp;more:</source>
        <translation>再次输入(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>The passphrase once more</source>
        <translation>再次输入密码短语</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation>选择要写入的文件</translation>
    </message>
</context>
<context>
    <name>widgets::SelectionModel</name>
    <message>
        <source>Change selection</source>
        <translation>更改选择</translation>
    </message>
</context>
<context>
    <name>widgets::SidePage</name>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Two spans of time, training and test, the selection and the rest, or another project against this one.</source>
        <translation>两个时间段、训练与测试、所选与其余，或另一个项目与本项目的比较。</translation>
    </message>
    <message>
        <source>Comparing two spans of time</source>
        <translation>正在比较两个时间段</translation>
    </message>
    <message>
        <source>Make a split on the Data stage first.</source>
        <translation>请先在“数据”阶段进行划分。</translation>
    </message>
    <message>
        <source>Comparing training and test</source>
        <translation>正在比较训练与测试</translation>
    </message>
    <message>
        <source>Comparing the selection with the rest</source>
        <translation>正在比较所选与其余</translation>
    </message>
    <message>
        <source>Choose another project to compare with this one.</source>
        <translation>请选择另一个项目与本项目比较。</translation>
    </message>
    <message>
        <source>Comparing with %1</source>
        <translation>正在与 %1 比较</translation>
    </message>
    <message>
        <source>Project to compare with</source>
        <translation>要比较的项目</translation>
    </message>
    <message>
        <source>Taillight projects (*.taillight)</source>
        <translation>Taillight 项目 (*.taillight)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>本项目</translation>
    </message>
    <message>
        <source>Entities with support</source>
        <translation>有支持数的实体</translation>
    </message>
    <message>
        <source>Total support</source>
        <translation>总支持数</translation>
    </message>
    <message>
        <source>Imbalance ratio</source>
        <translation>不平衡比</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>归一化熵</translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation>有效数</translation>
    </message>
    <message>
        <source>Share of the top 20 %</source>
        <translation>前 20 % 的占比</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Entities on one side only</source>
        <translation>仅在一侧的实体</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman)</source>
        <translation>秩相关（斯皮尔曼）</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence</source>
        <translation>Jensen–Shannon 散度</translation>
    </message>
    <message>
        <source>&amp;Compare:</source>
        <translation>比较(&amp;C)：</translation>
    </message>
    <message>
        <source>two spans of time</source>
        <translation>两个时间段</translation>
    </message>
    <message>
        <source>training and test</source>
        <translation>训练与测试</translation>
    </message>
    <message>
        <source>the selection and the rest</source>
        <translation>所选与其余</translation>
    </message>
    <message>
        <source>another project</source>
        <translation>另一个项目</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Which two distributions stand side by side</source>
        <translation>并排比较哪两个分布</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>First day of the left span</source>
        <translation>左侧时间段的第一天</translation>
    </message>
    <message>
        <source>Last day of the left span</source>
        <translation>左侧时间段的最后一天</translation>
    </message>
    <message>
        <source>First day of the right span</source>
        <translation>右侧时间段的第一天</translation>
    </message>
    <message>
        <source>Last day of the right span</source>
        <translation>右侧时间段的最后一天</translation>
    </message>
    <message>
        <source>The rows of the current split, by class, category or brand.</source>
        <translation>当前划分的行，按类别、类目或品牌。</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose another project; it is only read</source>
        <translation>选择另一个项目；仅读取</translation>
    </message>
    <message>
        <source>Indices of both sides</source>
        <translation>两侧的指标</translation>
    </message>
    <message>
        <source>No event that counts here has a time. Import a log and map its “time” field.</source>
        <translation>此处统计的事件都没有时间。请导入日志并映射其“time”字段。</translation>
    </message>
    <message>
        <source>Training and test rows are known of classes, categories, brands and other properties of items: choose one of these as the entity.</source>
        <translation>训练与测试行适用于类别、类目、品牌及商品的其他属性：请选择其中之一作为实体。</translation>
    </message>
    <message>
        <source>The other project has nothing to count for this entity and measure.</source>
        <translation>另一个项目对此实体和度量没有可统计的内容。</translation>
    </message>
    <message>
        <source>against the %1 held</source>
        <translation>与保留的 %1 个对比</translation>
    </message>
    <message>
        <source>Select other entities now: they are compared with those held.</source>
        <translation>现在请选择其他实体：它们将与保留的实体对比。</translation>
    </message>
    <message>
        <source>Select some entities on a chart or in the table first: they are compared with all others, or with another selection.</source>
        <translation>请先在图表或表格中选择一些实体：它们将与其他所有实体或另一个选择对比。</translation>
    </message>
    <message>
        <source>held selection</source>
        <translation>保留的选择</translation>
    </message>
    <message>
        <source>&amp;Hold this selection</source>
        <translation>保留此选择(&amp;H)</translation>
    </message>
    <message>
        <source>Keeps the selection as the other side; what is selected next is compared with it</source>
        <translation>把当前选择保留为另一侧；接下来的选择将与它对比</translation>
    </message>
    <message>
        <source>All o&amp;thers</source>
        <translation>其他所有(&amp;T)</translation>
    </message>
    <message>
        <source>Compares the selection with all others again</source>
        <translation>重新与其他所有实体对比</translation>
    </message>
</context>
<context>
    <name>widgets::SourceDetails</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Imported at</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要值</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未纳入</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>列映射</translation>
    </message>
</context>
<context>
    <name>widgets::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The files that were imported, what became of each of their rows, and the rows that were refused</source>
        <translation>已导入的文件、其中每一行的去向，以及被拒的行</translation>
    </message>
    <message>
        <source>Reading the sources</source>
        <translation>正在读取来源</translation>
    </message>
    <message>
        <source>Choose a file above to see how it was read and what became of its rows.</source>
        <translation>请在上方选择一个文件，以查看它的读取方式及其各行的去向。</translation>
    </message>
    <message>
        <source>Nothing has been imported yet. Press Import, or drop files or a folder onto the window: catalogues (one row per product), event logs, queries, labels, reviews, splits.</source>
        <translation>尚未导入任何内容。请按“导入”，或将文件或文件夹拖放到窗口上：商品目录（每行一个商品）、行为日志、查询、标签、评价、划分。</translation>
    </message>
    <message>
        <source>Events from %1 to %2</source>
        <translation>事件时间从 %1 到 %2</translation>
    </message>
    <message>
        <source>Remove everything that came from %1 (%2 rows)? Values that it had overwritten come back. The file itself stays where it is and can be imported again; splits, runs and cleaning steps that rest on these rows refuse it.</source>
        <translation>要移除来自 %1 的所有内容（%2 行）吗？被它覆盖的值会恢复。文件本身仍留在原处，可再次导入；若有划分、运行或清洗步骤依赖这些行，则无法移除。</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>正在移除 %1</translation>
    </message>
    <message>
        <source>What came from %1 was removed.</source>
        <translation>已移除来自 %1 的内容。</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>已导入的文件</translation>
    </message>
    <message>
        <source>Details of the chosen file</source>
        <translation>所选文件的详细信息</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import files or a folder (Ctrl+I)</source>
        <translation>导入文件或文件夹 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Import a catalogue, a log, queries, labels, reviews or a split</source>
        <translation>导入商品目录、日志、查询、标签、评价或划分</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove the chosen source</source>
        <translation>移除所选来源</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Remove everything that came from this file</source>
        <translation>移除来自此文件的所有内容</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Keep what came from this file</source>
        <translation>保留来自此文件的内容</translation>
    </message>
    <message>
        <source>Remove everything that came from the chosen file (Del)</source>
        <translation>移除来自所选文件的所有内容 (Del)</translation>
    </message>
</context>
<context>
    <name>widgets::SplitCheckCard</name>
    <message>
        <source>Checking …</source>
        <translation>正在检查 …</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>“%1” is sound</source>
        <translation>“%1”没有问题</translation>
    </message>
    <message>
        <source>“%1” has weaknesses</source>
        <translation>“%1”存在不足</translation>
    </message>
    <message>
        <source>Frozen: %1 runs use it, so it cannot be removed or changed.</source>
        <translation>已冻结：有 %1 个运行在使用，因此无法移除或更改。</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>检查(&amp;H)</translation>
    </message>
    <message>
        <source>Check the chosen split</source>
        <translation>检查所选划分</translation>
    </message>
    <message>
        <source>Look for groups and duplicates that lie in two parts, time order and classes</source>
        <translation>查找横跨两个部分的组和重复项，并检查时间顺序和类别</translation>
    </message>
</context>
<context>
    <name>widgets::SplitEditor</name>
    <message>
        <source>Making a split</source>
        <translation>正在创建划分</translation>
    </message>
    <message>
        <source>%1 validation or test rows have a title that also occurs in training.</source>
        <translation>%1 个验证或测试行的标题也出现在训练集中。</translation>
    </message>
    <message>
        <source>Removing a split</source>
        <translation>正在移除划分</translation>
    </message>
    <message>
        <source>&amp;Make split</source>
        <translation>创建划分(&amp;M)</translation>
    </message>
    <message>
        <source>Make split</source>
        <translation>创建划分</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen split</source>
        <translation>移除选中的划分</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>划分列表</translation>
    </message>
    <message>
        <source>Rows per class</source>
        <translation>各类别行数</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>请先打开项目。</translation>
    </message>
    <message>
        <source>Counting the parts of a split</source>
        <translation>正在统计划分的各部分</translation>
    </message>
    <message>
        <source>A large split: press Check to look at all its rows.</source>
        <translation>划分较大：请按“检查”以检查其所有行。</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>Split “%1”: %2 training, %3 validation and %4 test rows.</source>
        <translation>划分“%1”：%2 个训练行、%3 个验证行和 %4 个测试行。</translation>
    </message>
    <message>
        <source>Export a split</source>
        <translation>导出划分</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting a split</source>
        <translation>正在导出划分</translation>
    </message>
    <message>
        <source>The split was written to %1.</source>
        <translation>划分已写入 %1。</translation>
    </message>
    <message>
        <source>Frozen: runs use this split</source>
        <translation>已冻结：有运行在使用此划分</translation>
    </message>
    <message>
        <source>Remove the chosen split, of folds all of them; one that runs use stays</source>
        <translation>移除所选划分，若为折则移除其全部各折；有运行在使用的划分会保留</translation>
    </message>
    <message>
        <source>Divide the rows once and for all</source>
        <translation>一次性地划分数据行</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Export the chosen split</source>
        <translation>导出所选划分</translation>
    </message>
    <message>
        <source>Write the rows of the chosen split and their parts to a CSV file</source>
        <translation>将所选划分的行及其所属部分写入 CSV 文件</translation>
    </message>
    <message>
        <source>No split yet. Import items with a label or category, or events, then press “Make split”: it is fixed before any resampling, so nothing leaks.</source>
        <translation>尚无划分。请导入带标签或类目的商品，或导入事件，然后按“创建划分”：划分在任何重采样之前就已确定，因此不会有泄漏。</translation>
    </message>
</context>
<context>
    <name>widgets::SplitForm</name>
    <message>
        <source>split %1</source>
        <translation>划分 %1</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>stratified: every value in the same ratio</source>
        <translation>分层：每个值的比例相同</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>in groups that stay together</source>
        <translation>按组，同组不拆分</translation>
    </message>
    <message>
        <source>by time: learn from earlier, test on later</source>
        <translation>按时间：用较早的学习，用较晚的测试</translation>
    </message>
    <message>
        <source>the last events of each user</source>
        <translation>每个用户的最后若干事件</translation>
    </message>
    <message>
        <source>not</source>
        <translation>不分层</translation>
    </message>
    <message>
        <source>items with a class</source>
        <translation>有类别的商品</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>cut by the shares below</source>
        <translation>按下方占比切分</translation>
    </message>
    <message>
        <source>cut at dates (UTC)</source>
        <translation>按日期切分（UTC）</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>impressions</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>carts</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>purchases</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>&amp;Divide:</source>
        <translation>划分对象(&amp;D)：</translation>
    </message>
    <message>
        <source>Items: to learn classes. Events: to recommend, or to learn relevance</source>
        <translation>商品：用于学习类别。事件：用于推荐，或学习相关性</translation>
    </message>
    <message>
        <source>&amp;How:</source>
        <translation>方式(&amp;H)：</translation>
    </message>
    <message>
        <source>How rows get to training, validation and test</source>
        <translation>行如何分配到训练、验证和测试</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>分组(&amp;G)：</translation>
    </message>
    <message>
        <source>Rows with the same value stay in one part; attribute:NAME takes an attribute of the item</source>
        <translation>值相同的行留在同一部分；attribute:NAME 取商品的某个属性</translation>
    </message>
    <message>
        <source>S&amp;tratified:</source>
        <translation>分层(&amp;T)：</translation>
    </message>
    <message>
        <source>Every value is divided in the same ratio</source>
        <translation>每个值都按相同比例划分</translation>
    </message>
    <message>
        <source>&amp;Last:</source>
        <translation>最后(&amp;L)：</translation>
    </message>
    <message>
        <source>So many events of each user test; as many before them validate</source>
        <translation>每个用户最后的这么多个事件用于测试；之前同样多的事件用于验证</translation>
    </message>
    <message>
        <source>&amp;Cut:</source>
        <translation>切分(&amp;C)：</translation>
    </message>
    <message>
        <source>Where earlier and later part</source>
        <translation>较早与较晚部分的分界处</translation>
    </message>
    <message>
        <source>T&amp;rain : validation : test:</source>
        <translation>训练 : 验证 : 测试(&amp;R)：</translation>
    </message>
    <message>
        <source>Shares of the rows</source>
        <translation>各部分占行数的比例</translation>
    </message>
    <message>
        <source>Share of training</source>
        <translation>训练占比</translation>
    </message>
    <message>
        <source>Share of validation</source>
        <translation>验证占比</translation>
    </message>
    <message>
        <source>Share of test</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <source>&amp;Events:</source>
        <translation>事件(&amp;E)：</translation>
    </message>
    <message>
        <source>Only events of these kinds are divided</source>
        <translation>只划分这些类型的事件</translation>
    </message>
    <message>
        <source>&amp;Folds:</source>
        <translation>折数(&amp;F)：</translation>
    </message>
    <message>
        <source>So many splits, of which each tests another part of the rows</source>
        <translation>生成这么多个划分，每个划分用不同部分的行进行测试</translation>
    </message>
    <message>
        <source>none: one split</source>
        <translation>无：单个划分</translation>
    </message>
    <message>
        <source>Another fold is &amp;validation</source>
        <translation>另取一折用于验证(&amp;V)</translation>
    </message>
    <message>
        <source>Otherwise folds have training and test only</source>
        <translation>否则各折只有训练和测试</translation>
    </message>
    <message>
        <source>Keep du&amp;plicates together</source>
        <translation>重复项保持在一起(&amp;P)</translation>
    </message>
    <message>
        <source>Items with one title, and events that say the same, never lie in two parts</source>
        <translation>标题相同的商品和内容相同的事件绝不会分到两个部分</translation>
    </message>
    <message>
        <source>Validation from</source>
        <translation>验证开始于</translation>
    </message>
    <message>
        <source>Without it, everything before the test is training</source>
        <translation>若不设置，测试之前的全部数据都用于训练</translation>
    </message>
    <message>
        <source>Test from</source>
        <translation>测试开始于</translation>
    </message>
    <message>
        <source>First time of validation</source>
        <translation>验证的起始时间</translation>
    </message>
    <message>
        <source>First time of the test</source>
        <translation>测试的起始时间</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>随机种子(&amp;E)：</translation>
    </message>
    <message>
        <source>Same data, settings and seed give the same split</source>
        <translation>相同的数据、设置和随机种子得到相同的划分</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Name of the split; empty: numbered</source>
        <translation>划分的名称；留空则自动编号</translation>
    </message>
    <message>
        <source>L&amp;ong-tailed version</source>
        <translation>长尾版本(&amp;O)</translation>
    </message>
    <message>
        <source>Thin out training rows along a long-tailed profile, with as many test rows for every class</source>
        <translation>按长尾曲线减少训练行，每个类别的测试行数相同</translation>
    </message>
    <message>
        <source>Imbalance ratio:</source>
        <translation>不平衡比：</translation>
    </message>
    <message>
        <source>Training rows of the largest class / of the smallest</source>
        <translation>最大类别的训练行数 / 最小类别的训练行数</translation>
    </message>
    <message>
        <source>Largest class:</source>
        <translation>最大类别：</translation>
    </message>
    <message>
        <source>Training rows of the largest class</source>
        <translation>最大类别的训练行数</translation>
    </message>
    <message>
        <source>Test per class:</source>
        <translation>每类测试行数：</translation>
    </message>
    <message>
        <source>Test rows of every class</source>
        <translation>每个类别的测试行数</translation>
    </message>
    <message>
        <source>Validation per class:</source>
        <translation>每类验证行数：</translation>
    </message>
    <message>
        <source>Validation rows of every class</source>
        <translation>每个类别的验证行数</translation>
    </message>
    <message>
        <source>half of test</source>
        <translation>测试的一半</translation>
    </message>
    <message>
        <source>Profile:</source>
        <translation>曲线：</translation>
    </message>
    <message>
        <source>How the rows fall from the largest class to the smallest</source>
        <translation>行数从最大类别到最小类别如何递减</translation>
    </message>
</context>
<context>
    <name>widgets::SplitPreview</name>
    <message>
        <source>What this would give (counting …)</source>
        <translation>划分结果预览（正在统计 …）</translation>
    </message>
    <message>
        <source>Counting takes a while with this much data.</source>
        <translation>数据量较大，统计需要一些时间。</translation>
    </message>
    <message>
        <source>What this would give</source>
        <translation>划分结果预览</translation>
    </message>
    <message>
        <source>fold %1: %2</source>
        <translation>第 %1 折：%2</translation>
    </message>
    <message>
        <source>… and %1 more folds</source>
        <translation>… 以及另外 %1 折</translation>
    </message>
    <message>
        <source>groups: %1</source>
        <translation>组：%1</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
    <message>
        <source>, %1 of them without a training row</source>
        <translation>，其中 %1 个没有训练行</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>未纳入：%1</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Count the rows of the parts</source>
        <translation>统计各部分的行数</translation>
    </message>
</context>
<context>
    <name>widgets::SplitsPage</name>
    <message>
        <source>Splits</source>
        <translation>划分列表</translation>
    </message>
    <message>
        <source>Divide items or events into training, validation and test before anything else, and check that nothing leaks</source>
        <translation>先将商品或事件划分为训练、验证和测试，再进行其他操作，并检查没有泄漏</translation>
    </message>
</context>
<context>
    <name>widgets::TimePage</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How the buckets are filled over time: what moves from the head to the tail, what is new, what falls silent.</source>
        <translation>各桶随时间的变化：什么从头部移到尾部，什么是新的，什么沉默了。</translation>
    </message>
    <message>
        <source>Following the events over time</source>
        <translation>正在按时间跟踪事件</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>周期(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Values:</source>
        <translation>数值(&amp;V)：</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>What one step of the time axis is; flows need weeks at least</source>
        <translation>时间轴上的一步；流动至少需要以周为单位</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Numbers of events, or their share of all events of the period</source>
        <translation>事件数，或占该时期全部事件的比例</translation>
    </message>
    <message>
        <source>No event that counts here has a time. Import a log and map its “time” field, or choose a measure of events.</source>
        <translation>此处统计的事件都没有时间。请导入日志并映射其“time”字段，或选择事件的度量。</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>calendar of all</source>
        <translation>全部的日历</translation>
    </message>
    <message>
        <source>calendar: %1</source>
        <translation>日历：%1</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>Events over time</source>
        <translation>事件随时间的变化</translation>
    </message>
    <message>
        <source>Lines by bucket, or a calendar of the days</source>
        <translation>按桶的折线，或每天的日历</translation>
    </message>
    <message>
        <source>Rh&amp;ythm:</source>
        <translation>规律(&amp;Y)：</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>规律</translation>
    </message>
    <message>
        <source>What weekdays have above the trend, or months above the mean day</source>
        <translation>各星期高于趋势的部分，或各月份高于日均的部分</translation>
    </message>
</context>
<context>
    <name>widgets::Workspace</name>
    <message>
        <source>Reading splits and runs</source>
        <translation>正在读取划分和运行</translation>
    </message>
    <message>
        <source>Counting rows</source>
        <translation>正在统计行数</translation>
    </message>
</context>
<context>
    <name>widgets::charts::ChartView</name>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation>导出为 PNG</translation>
    </message>
    <message>
        <source>Resolution in dots per inch:</source>
        <translation>分辨率（每英寸点数）：</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>Other resolution…</source>
        <translation>其他分辨率…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Copy data (CSV)</source>
        <translation>复制数据（CSV）</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>导出为 SVG…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Export data as CSV…</source>
        <translation>将数据导出为 CSV…</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>重置缩放</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1 (%2 points)</source>
        <translation>%1（%2 个点）</translation>
    </message>
    <message>
        <source>%1 over %2. %3. Left and right arrow keys go through the points.</source>
        <translation>%1 随 %2 的变化。%3。用左右方向键逐点浏览。</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>x 轴使用对数</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>y 轴使用对数</translation>
    </message>
    <message>
        <source>Select by lasso</source>
        <translation>用套索选择</translation>
    </message>
    <message>
        <source>Show data as table…</source>
        <translation>以表格显示数据…</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Data of the chart %1</source>
        <translation>图表“%1”的数据</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
</context>
<context>
    <name>widgets::models::BrowseModel</name>
    <message>
        <source>(removed)</source>
        <translation>（已移除）</translation>
    </message>
    <message>
        <source>In filters: %1. Click to sort, with Shift by several columns.</source>
        <translation>在筛选中写作：%1。单击可排序，按住 Shift 单击可按多列排序。</translation>
    </message>
</context>
<context>
    <name>widgets::models::EntityModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>分桶</translation>
    </message>
</context>
<context>
    <name>widgets::models::PreviewModel</name>
    <message>
        <source>%1 of the %2 rows shown have no usable value in “%3” (first: line %4, “%5”); such rows are rejected.</source>
        <translation>所示 %2 行中有 %1 行在“%3”中没有可用的值（首个：第 %4 行，“%5”）；此类行将被拒绝。</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1
%2 → %3</source>
        <translation>%1
%2 → %3</translation>
    </message>
    <message>
        <source>“%1” is imported as “%2”.</source>
        <translation>“%1”导入为“%2”。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>The file says that there is no value.</source>
        <translation>文件写明没有值。</translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation>这里什么也没有。</translation>
    </message>
    <message>
        <source>An empty text stands here.</source>
        <translation>这里是空文本。</translation>
    </message>
    <message>
        <source>%1 (chosen)</source>
        <translation>%1（已选）</translation>
    </message>
    <message>
        <source>“%1” has no field.</source>
        <translation>“%1”没有对应字段。</translation>
    </message>
    <message>
        <source>%1 values, %2 different; %3 empty, %4 missing, %5 NULL</source>
        <translation>%1 个值，%2 个不同；%3 个为空，%4 个缺失，%5 个 NULL</translation>
    </message>
    <message>
        <source>%1 of them are no %2</source>
        <translation>其中 %1 个不是%2</translation>
    </message>
    <message>
        <source>Right-click to see it as another type.</source>
        <translation>右键可按其他类型查看。</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>widgets::shell::CheckDialog</name>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Check of the project</source>
        <translation>项目检查</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>检查发现的情况</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>检查的内容</translation>
    </message>
    <message>
        <source>The project file is damaged. Open its newest backup, or import the files again.</source>
        <translation>项目文件已损坏。请打开其最新的备份，或重新导入文件。</translation>
    </message>
    <message>
        <source>The project file is whole. What stands below deserves a look before you train.</source>
        <translation>项目文件完好。训练之前请留意下列情况。</translation>
    </message>
    <message>
        <source>The project file is whole, and its numbers agree.</source>
        <translation>项目文件完好，其中的数字一致。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>widgets::shell::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Check the training &amp;engine</source>
        <translation>检查训练引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Opens the engine module, which may take some seconds, and says what it finds</source>
        <translation>打开引擎模块（可能需要几秒钟）并报告检查结果</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>not loaded (it is opened when it is first needed)</source>
        <translation>未加载（首次需要时才会打开）</translation>
    </message>
    <message>
        <source>Taillight: %1</source>
        <translation>Taillight：%1</translation>
    </message>
    <message>
        <source>Qt: %1 (built with %2)</source>
        <translation>Qt：%1（构建版本 %2）</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation>系统：%1，%2</translation>
    </message>
    <message>
        <source>Processor threads: %1</source>
        <translation>处理器线程数：%1</translation>
    </message>
    <message>
        <source>Display: %1, scale %2</source>
        <translation>显示：%1，缩放 %2</translation>
    </message>
    <message>
        <source>Locale: %1</source>
        <translation>区域设置：%1</translation>
    </message>
    <message>
        <source>Palette: %1</source>
        <translation>配色：%1</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>项目：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Training engine: %1</source>
        <translation>训练引擎：%1</translation>
    </message>
    <message>
        <source>Opening the training engine</source>
        <translation>正在打开训练引擎</translation>
    </message>
    <message>
        <source>%1, %2; devices: %3. %4</source>
        <translation>%1，%2；设备：%3。%4</translation>
    </message>
</context>
<context>
    <name>widgets::shell::JobBar</name>
    <message>
        <source>+%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>widgets::shell::JobRow</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1 %2/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Pause or continue this job</source>
        <translation>暂停或继续此任务</translation>
    </message>
    <message>
        <source>Pause job</source>
        <translation>暂停任务</translation>
    </message>
    <message>
        <source>Cancel this job; the project stays as it was before it</source>
        <translation>取消此任务；项目保持任务开始前的状态</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>取消任务</translation>
    </message>
</context>
<context>
    <name>widgets::shell::JobsDock</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing has run yet. Imports, splits and training appear here with their progress.</source>
        <translation>尚未运行任何任务。导入、划分和训练会在此显示进度。</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Cancel every job that runs or waits</source>
        <translation>取消所有正在运行或等待的任务</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Remove the jobs that have ended from this list</source>
        <translation>从列表中移除已结束的任务</translation>
    </message>
</context>
<context>
    <name>widgets::shell::LogDock</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>尚无日志记录。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear log</source>
        <translation>清空日志</translation>
    </message>
    <message>
        <source>Empty this view; the log file keeps everything</source>
        <translation>清空此视图；日志文件仍保留全部内容</translation>
    </message>
</context>
<context>
    <name>widgets::shell::MainWindow</name>
    <message>
        <source>Taillight</source>
        <translation>Taillight</translation>
    </message>
    <message>
        <source>%1 – Taillight</source>
        <translation>%1 – Taillight</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1（只读）</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>划分：%1</translation>
    </message>
    <message>
        <source>No split yet</source>
        <translation>尚无划分</translation>
    </message>
    <message>
        <source>The split that support, training and comparison refer to; choose it in the Data stage</source>
        <translation>支持数、训练和比较所依据的划分；在“数据”阶段中选择</translation>
    </message>
    <message>
        <source>Buckets: %1</source>
        <translation>分桶：%1</translation>
    </message>
    <message>
        <source>The bucket rule behind every number shown; change it in the Distribution stage</source>
        <translation>所有显示数值所依据的分桶规则；在“分布”阶段中更改</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>Make an empty project file</source>
        <translation>创建空的项目文件</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file (.taillight)</source>
        <translation>打开项目文件（.taillight）</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近项目(&amp;R)</translation>
    </message>
    <message>
        <source>New &amp;sample project…</source>
        <translation>新建示例项目(&amp;S)…</translation>
    </message>
    <message>
        <source>Generate a small shop with a long tail and make a project of it</source>
        <translation>生成一个具有长尾的小型商店，并据此创建项目</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a catalogue or an event log (CSV, TSV, .gz, .zst)</source>
        <translation>导入商品目录或行为日志（CSV、TSV、.gz、.zst）</translation>
    </message>
    <message>
        <source>&amp;Export all charts…</source>
        <translation>导出全部图表(&amp;E)…</translation>
    </message>
    <message>
        <source>Write every chart of all stages into a folder (PNG, SVG, PDF or CSV)</source>
        <translation>将所有阶段的全部图表写入文件夹（PNG、SVG、PDF 或 CSV）</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>Close the project and show the start page</source>
        <translation>关闭项目并显示起始页</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; asks when something is running</source>
        <translation>关闭窗口；有任务正在运行时会先询问</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo the last change of the selection</source>
        <translation>撤销对选择的上一次更改</translation>
    </message>
    <message>
        <source>Redo the change of the selection that was undone</source>
        <translation>重做已撤销的选择更改</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>清除选择(&amp;C)</translation>
    </message>
    <message>
        <source>Select nothing: every chart and table is shown plain</source>
        <translation>不选择任何内容：所有图表和表格均正常显示</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Show or hide the list of jobs</source>
        <translation>显示或隐藏任务列表</translation>
    </message>
    <message>
        <source>Show or hide the log</source>
        <translation>显示或隐藏日志</translation>
    </message>
    <message>
        <source>Show or hide what is selected</source>
        <translation>显示或隐藏所选内容</translation>
    </message>
    <message>
        <source>Show or hide the rows behind the selection</source>
        <translation>显示或隐藏选择所对应的行</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>浅色或深色，与桌面一致</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>浅色背景、深色文字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>深色背景、浅色文字</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Show the window in English</source>
        <translation>以英文显示窗口</translation>
    </message>
    <message>
        <source>Show the window in Simplified Chinese</source>
        <translation>以简体中文显示窗口</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compose a recipe</source>
        <translation>编排配方(&amp;C)</translation>
    </message>
    <message>
        <source>Go to the Recipe stage, where experiments are started</source>
        <translation>转到“配方”阶段，在此启动实验</translation>
    </message>
    <message>
        <source>Queue the &amp;sample experiment</source>
        <translation>将示例实验加入队列(&amp;S)</translation>
    </message>
    <message>
        <source>Queue a first comparison: no remedy, class weights, balanced softmax, each with the small model</source>
        <translation>将首次比较加入队列：无补救措施、类别权重、平衡 Softmax，均使用小模型</translation>
    </message>
    <message>
        <source>&amp;Pause or continue the job</source>
        <translation>暂停或继续任务(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the running job where it can be paused, or let it go on</source>
        <translation>暂停正在运行的任务（若可暂停），或让其继续</translation>
    </message>
    <message>
        <source>C&amp;ancel the job</source>
        <translation>取消任务(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel the running job; the project stays as it was before it</source>
        <translation>取消正在运行的任务；项目保持任务开始前的状态</translation>
    </message>
    <message>
        <source>Cancel a&amp;ll jobs</source>
        <translation>取消全部任务(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel every job that runs or waits</source>
        <translation>取消所有正在运行或等待的任务</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Start with the sample shop, or make a project and import a file.</source>
        <translation>从示例商店开始，或创建项目并导入文件。</translation>
    </message>
    <message>
        <source>What is this &amp;stage for?</source>
        <translation>此阶段有何用途？(&amp;S)</translation>
    </message>
    <message>
        <source>Say what can be done in the stage shown</source>
        <translation>说明当前阶段可以做什么</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Versions, paths and the training engine, to copy into a report</source>
        <translation>版本、路径和训练引擎信息，可复制到问题报告中</translation>
    </message>
    <message>
        <source>&amp;About Taillight</source>
        <translation>关于 Taillight(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>Taillight projects (*.taillight)</source>
        <translation>Taillight 项目 (*.taillight)</translation>
    </message>
    <message>
        <source>%1 cannot be written to, so it is open for reading only.</source>
        <translation>%1 不可写，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation>%1 已经打开。</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>正在创建 %1</translation>
    </message>
    <message>
        <source>Making the sample shop</source>
        <translation>正在生成示例商店</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>New sample project</source>
        <translation>新建示例项目</translation>
    </message>
    <message>
        <source>sample shop</source>
        <translation>示例商店</translation>
    </message>
    <message>
        <source>%1 is the project that is open. Choose another name.</source>
        <translation>%1 是当前打开的项目。请换一个名称。</translation>
    </message>
    <message>
        <source>Data is imported into a project: make one first, the import follows.</source>
        <translation>数据须导入到项目中：请先创建项目，随后即开始导入。</translation>
    </message>
    <message>
        <source>Export all charts into this folder</source>
        <translation>将全部图表导出到此文件夹</translation>
    </message>
    <message>
        <source>Export all charts</source>
        <translation>导出所有图表</translation>
    </message>
    <message>
        <source>In which format?</source>
        <translation>使用哪种格式？</translation>
    </message>
    <message>
        <source>There is no chart with data yet. Look at the Distribution or Compare stage first.</source>
        <translation>尚无包含数据的图表。请先查看“分布”或“比较”阶段。</translation>
    </message>
    <message>
        <source>%1 charts were written to %2.</source>
        <translation>已将 %1 张图表写入 %2。</translation>
    </message>
    <message>
        <source>About Taillight</source>
        <translation>关于 Taillight</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Taillight %1&lt;/h3&gt;&lt;p&gt;A workbench for long-tailed e-commerce data: see the tail, compose a remedy, train, compare.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Taillight %1&lt;/h3&gt;&lt;p&gt;面向长尾电商数据的工作台：观察尾部、编排补救措施、训练、比较。&lt;/p&gt;&lt;p&gt;本程序为自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不附带任何担保。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>有任务正在运行</translation>
    </message>
    <message>
        <source>Something is still running. Closing cancels it; the project stays as it was before it.</source>
        <translation>仍有任务正在运行。关闭窗口将取消任务；项目保持任务开始前的状态。</translation>
    </message>
    <message>
        <source>Cancel jobs and close</source>
        <translation>取消任务并关闭</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>&amp;Seal project…</source>
        <translation>封存项目(&amp;S)…</translation>
    </message>
    <message>
        <source>Close the project and encrypt it under a passphrase; nothing stays in the open</source>
        <translation>关闭项目并用密码短语加密；不留下任何未加密的内容</translation>
    </message>
    <message>
        <source>Open sea&amp;led project…</source>
        <translation>打开封存项目(&amp;L)…</translation>
    </message>
    <message>
        <source>Open a sealed project with its passphrase</source>
        <translation>凭密码短语打开封存项目</translation>
    </message>
    <message>
        <source>Save &amp;viewer copy…</source>
        <translation>保存查看副本(&amp;V)…</translation>
    </message>
    <message>
        <source>A sealed copy with counts, runs and charts, and without any rows</source>
        <translation>封存的副本，包含计数、运行和图表，不含任何数据行</translation>
    </message>
    <message>
        <source>C&amp;heck project</source>
        <translation>检查项目(&amp;H)</translation>
    </message>
    <message>
        <source>Check that the file is whole and its numbers agree</source>
        <translation>检查文件是否完好、其中的数字是否一致</translation>
    </message>
    <message>
        <source>Co&amp;mpact project</source>
        <translation>压缩项目(&amp;M)</translation>
    </message>
    <message>
        <source>Write the project file anew without the room that removed rows left</source>
        <translation>重新写入项目文件，去除已移除的行留下的空间</translation>
    </message>
    <message>
        <source>Sealing %1</source>
        <translation>正在封存 %1</translation>
    </message>
    <message>
        <source>The project was sealed as %1; what lay open was removed.</source>
        <translation>项目已封存为 %1；未加密的内容已移除。</translation>
    </message>
    <message>
        <source>The project was sealed as %1. The open project is still there.</source>
        <translation>项目已封存为 %1。未加密的项目仍在原处。</translation>
    </message>
    <message>
        <source>Open sealed project</source>
        <translation>打开封存项目</translation>
    </message>
    <message>
        <source>Sealed projects (*.sealed);;All files (*)</source>
        <translation>封存项目 (*.sealed);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 viewer</source>
        <translation>%1 查看副本</translation>
    </message>
    <message>
        <source>Writing a viewer copy</source>
        <translation>正在写入查看副本</translation>
    </message>
    <message>
        <source>The viewer copy was sealed as %1.</source>
        <translation>查看副本已封存为 %1。</translation>
    </message>
    <message>
        <source>Compacting the project</source>
        <translation>正在压缩项目</translation>
    </message>
    <message>
        <source>The project file was compacted: %1 before, %2 now.</source>
        <translation>项目文件已压缩：之前 %1，现在 %2。</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>正在检查项目</translation>
    </message>
    <message>
        <source>&amp;Show rows of the selection</source>
        <translation>显示选择对应的数据行(&amp;S)</translation>
    </message>
    <message>
        <source>Show the rows behind what is selected in the charts</source>
        <translation>显示图表中所选内容对应的数据行</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>widgets::shell::MessageBar</name>
    <message>
        <source>+%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Dismiss this message (Esc)</source>
        <translation>关闭此消息 (Esc)</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>widgets::shell::RowsDock</name>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
</context>
<context>
    <name>widgets::shell::SelectionDock</name>
    <message>
        <source>Nothing is selected. Click a point in a chart or a row in a table.</source>
        <translation>未选择任何内容。请单击图表中的点或表格中的行。</translation>
    </message>
    <message>
        <source>%1: %2 selected, the first %3 are listed</source>
        <translation>%1：已选择 %2 个，列出前 %3 个</translation>
    </message>
    <message>
        <source>%1: %2 selected</source>
        <translation>%1：已选择 %2 个</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>A click:</source>
        <translation>单击：</translation>
    </message>
    <message>
        <source>selects anew</source>
        <translation>重新选择</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>removes</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>intersects</source>
        <translation>取交集</translation>
    </message>
    <message>
        <source>A click %1</source>
        <translation>单击时%1</translation>
    </message>
    <message>
        <source>How a click in a chart changes the selection</source>
        <translation>在图表中单击如何改变选择</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last change of the selection (Ctrl+Z)</source>
        <translation>撤销对选择的上一次更改（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo the change of the selection (Ctrl+Shift+Z)</source>
        <translation>重做对选择的更改（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消全部选择</translation>
    </message>
    <message>
        <source>%1 selection</source>
        <translation>%1选择</translation>
    </message>
    <message>
        <source>Selected entities</source>
        <translation>已选择的实体</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>显示数据行</translation>
    </message>
    <message>
        <source>Show the rows behind the selection (Ctrl+B)</source>
        <translation>显示选择对应的数据行 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Show the rows of the selection</source>
        <translation>显示选择对应的数据行</translation>
    </message>
</context>
<context>
    <name>widgets::shell::StageRail</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Import catalogues and logs, look at rejected rows, make a split</source>
        <translation>导入商品目录和日志，查看被拒行，创建划分</translation>
    </message>
    <message>
        <source>See how few entities own the data, and set the bucket borders</source>
        <translation>查看多么少的实体占有了数据，并设置分桶边界</translation>
    </message>
    <message>
        <source>Compose a remedy and see its effect before training</source>
        <translation>组合补救方案，并在训练前查看其效果</translation>
    </message>
    <message>
        <source>Train: queue, live curves, pause and stop</source>
        <translation>训练：队列、实时曲线、暂停和停止</translation>
    </message>
    <message>
        <source>Read off, bucket by bucket, what a remedy gained and cost</source>
        <translation>逐个分桶读出补救方案的得失</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>widgets::shell::StartPage</name>
    <message>
        <source>%1   in %2</source>
        <translation>%1   位于 %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Shine a light on the long tail</source>
        <translation>照亮长尾</translation>
    </message>
    <message>
        <source>Load a catalogue and a behaviour log, see how few items, classes, brands and users own the data, compose a remedy, train with it, and read off what it gained in the tail and cost in the head.</source>
        <translation>载入商品目录和行为日志，查看占有数据的商品、类别、品牌和用户是多么少，组合补救方案并用它训练，再读出它在尾部的收益和在头部的代价。</translation>
    </message>
    <message>
        <source>Try the &amp;sample shop</source>
        <translation>试用示例商店(&amp;S)</translation>
    </message>
    <message>
        <source>Generates a small shop with a long tail, imports it into a new project and splits it</source>
        <translation>生成一个带长尾的小型商店，将其导入新项目并划分</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>Makes an empty project file</source>
        <translation>新建空项目文件</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens a project file (.taillight)</source>
        <translation>打开项目文件 (.taillight)</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>You can also drop a project onto the window, or files to import: CSV, JSON, Excel or Parquet, packed or not.</source>
        <translation>也可以将项目拖放到窗口上，或拖放要导入的文件：CSV、JSON、Excel 或 Parquet，压缩与否均可。</translation>
    </message>
</context>
</TS>
