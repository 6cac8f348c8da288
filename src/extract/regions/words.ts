/** Word tables that speak for or against a place beside a name. General language, no list of cases. */
import { wordSet } from "../../text/word-set.ts";

/** Words to find at a place in a text, by their first and by their last characters, the longest first. */
export interface WordTable {
  readonly byFirst: ReadonlyMap<number, readonly string[]>;
  readonly byLast: ReadonlyMap<number, readonly string[]>;
}

function table(words: string): WordTable {
  const byFirst = new Map<number, string[]>();
  const byLast = new Map<number, string[]>();
  const add = (to: Map<number, string[]>, unit: number, word: string): void => {
    const list = to.get(unit);
    if (list) list.push(word);
    else to.set(unit, [word]);
  };
  for (const word of [...wordSet(words)].sort((a, b) => b.length - a.length)) {
    add(byFirst, word.charCodeAt(0), word);
    add(byLast, word.charCodeAt(word.length - 1), word);
  }
  return { byFirst, byLast };
}

/** Characters of the longest word of the table that starts at `at`; 0 where none does. */
export function startsWith(text: string, at: number, { byFirst }: WordTable): number {
  const words = byFirst.get(text.charCodeAt(at));
  if (words === undefined) return 0;
  for (let i = 0; i < words.length; i++) if (text.startsWith(words[i]!, at)) return words[i]!.length;
  return 0;
}

/** Whether a word of the table ends at `at`. */
export function endsWith(text: string, at: number, { byLast }: WordTable): boolean {
  const words = byLast.get(text.charCodeAt(at - 1));
  if (words === undefined) return false;
  for (let i = 0; i < words.length; i++) {
    const start = at - words[i]!.length;
    if (start >= 0 && text.startsWith(words[i]!, start)) return true;
  }
  return false;
}

/** After a name: the name of a road, square, bridge, town, village or building. */
export const AFTER_STREET: WordTable = table(
  `路 街 大道 大街 巷 胡同 弄 东路 西路 南路 北路 中路 一路 二路 三路 四路
  广场 公园 大桥 立交 大厦 饭店 宾馆 酒店 酒楼 水库 寺 楼 阁 塔 庙 陵 湖 江 河 山 湾 海峡 海湾 半岛 运河 山脉 公路 铁路 高速 高铁 高速公路 线 步行街 风景区 流域 之滨 之畔 大堤 水系
  江畔 江边 江上 江水 江面 江岸 河畔 河边 河岸 河谷 河道 河水 湖畔 湖边 湖区 湖面 湖水 山脚 山上 山下 山麓 海域 古道`,
);

/** After a county's short name: a town, a village or a quarter of that name. */
export const AFTER_VILLAGE: WordTable = table(
  "街道 镇 乡 村 社区 小区 新村 林场 农场 牧场 矿 煤矿 油田 电站 水电站 机场 国际机场 火车站 高铁站 车站 站 港 码头 大学城 经验",
);

/** After a name: the rest of an organisation's name, also where the recogniser missed it. */
export const AFTER_ORGANISATION: WordTable = table(
  `大学 学院 医学院 医科大学 中医药大学 师范大学 理工大学 农业大学 工业大学 日报 晚报 晨报 早报 都市报 商报 新闻网 卫视 电视台 广播
  银行 证券 航空 股份 集团 控股 科技股份 实业 制药 药业 医药股份 文艺 出版社 机床 汽车 啤酒 足球队 队 国安 申花 泰山队 鲁能 恒大
  中学 小学 一中 二中 三中 附中 幼儿园 保险 人寿 信托 基金 发布 网 时报 客户端`,
);

/** After a name: a dish, drink, medicine, breed, brand or language named after a place. */
export const AFTER_PRODUCT: WordTable = table(
  `白药 牛肉面 拉面 小吃 火锅 小面 烤鸭 榨菜 火腿 大米 小米 老酒 黄酒 白酒 特曲 大曲 老窖 醋 陈醋 香醋 毛尖 龙井 铁观音 岩茶 普洱 红茶
  绿茶 白茶 黑茶 花茶 茶叶 陈皮 茶油 啤酒 牛肉 黄花菜 脐橙 蜜柚 蜜橘 苹果 大枣 红枣 枸杞 板栗 核桃 人参 当归 党参 黄芪 三七 天麻 阿胶 大闸蟹 小龙虾 鲍鱼
  盐水鸭 板鸭 烧鸡 扒鸡 文昌鸡 黄牛 驴肉 羊肉 粉 米粉 米线 热干面 刀削面 凉皮 肉夹馍 包子 汤包 馒头 豆腐 菜 话 方言 官话 腔 剧 戏
  梆子 评弹 弹词 皮影 年画 刺绣 绣 砚 瓷 紫砂 钧瓷 唐三彩 木偶 玉 石 贡米 香米 面 鸭 鸡 鱼 枣 橙 梨 瓜 桃 柚 菇`,
);

/** Last characters of what a place is known for: the next word ends in one (周村烧饼, 太谷饼). */
export const PRODUCT_HEADS = "饼馍酒茶糕糖酥醋酱笋菇橙柚桃梨枣肉鸡鸭鹅蟹虾橘桔杏柿莓薯馒粽";

/** After a name: other fixed words in which the name says nothing of a place. */
export const AFTER_FIXED: WordTable = table("时间 精神 姓 家族 先生 女士 教授 同志 院士");

/** Before a place. */
export const BEFORE_PLACE: WordTable = table(
  `在 于 位于 地处 赴 前往 抵达 来到 走进 来自 从 到 至 由 驻 落户 坐落 坐落于 坐落在 走访 视察 调研 奔赴 援助 对口支援 帮扶 紧邻 毗邻
  辐射 覆盖 途经 经 离开 返回 回到 飞抵 运往 发往 送往 转往 转到 转至 去 往 让 除 为 与 和 及 、 以及 对 向 全国 省 包括 涵盖 邻近 家住 户籍 中国·`,
);

/** After a place. */
export const AFTER_PLACE: WordTable = table(
  `市民 居民 村民 群众 百姓 老百姓 患者 人 地区 境内 一带 等地 各地 两地 三地 等县 等区 等市 县城 城区 市区 城乡 农村 牧区 山区 全市 全县 全区
  全境 全域 机场 火车站 高铁站 汽车站 籍 举行 召开 开幕 闭幕 举办 启动 上线 发布 出台 印发 率先 首家 首个 首例 当地 境 的 、 县级 市级 区级 县域
  分会场 赛区 站 方面 卫健 医保 疾控 医疗 基层 山村 乡镇 之行 户籍 讯 电 消息 街头 两级 两县 三县 三市 两市 两区 三区 为 和 与 及 以及 至 到`,
);

/** Where a building stands. */
export const ADDRESS: WordTable = table("位于 坐落于 坐落在 坐落 选址 选址在 落户 落地 地处");

/** What may follow a name to make it a zone of that place: 成都高新区. */
const ZONE_SUFFIXES: WordTable = table(
  `高新技术产业开发区 经济技术开发区 高新技术开发区 经济开发区 自由贸易试验区 自贸试验区
  综合保税区 城乡一体化示范区 工业园区 保税区 综保区 高新区 经开区 开发区 自贸区 新区`,
);

/** 上海市民 is 上海 + 市民: after a full name's suffix these characters show that the suffix begins the next word. */
export const SUFFIX_BORROWED: Readonly<Record<string, string>> = {
  市: "民区场长内郊面容政级属直花树占价",
  县: "域城长级里乡",
  区: "域块间长级划属",
  省: "城会级属直道际",
  州: "长级",
};

/**
 * Names of landscapes and directions that are divisions' names as well: without a parent before them or a sibling
 * beside them they are hardly ever a division.
 */
export const REGION_WORDS: ReadonlySet<string> = wordSet(
  `中原 江南 江北 河东 河西 河北 天山 城东 城西 城北 城中 城关 市中 市南 市北 南部 滨海 海港 湖滨 中山 天河 龙江 东湖 西湖 南湖 江岸 太湖 运河
  泰山 南海 东山 西山 南山 平原 新城 老城 古城 东方 中方 城区 郊区 矿区 东区 西区 南区 北区 中西区 老城区 解放区 新城区`,
);

/** Common family names that are not also prepositions or classifiers: 陈桂林 is a person. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  "王李张刘陈杨黄赵吴周徐孙朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜叶程魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邹孟熊邱尹薛闫段雷侯陶黎贺顾郝龚邵钱严覃戴莫孔汤",
);

/** Before a person's name: 部长瑞安. */
export const BEFORE_PERSON: WordTable = table(
  "部长 总统 总理 首相 外长 院长 主任 书记 局长 教授 医生 护士 主席 经理 队长 校长 县长 市长 镇长 博士 同学 选手 导演 演员",
);

/** After a place from which people come or are sent: 上海医生, 福建援疆医疗队. */
export const FROM_AFTER: WordTable = table(
  "专家 的专家 大专家 医生 的医生 医师 医护 护士 援 医疗队 客商 游客 籍 学习 考察团 对口 帮扶 队员 市专家 市医生 省专家 省医生 市医疗队 省医疗队",
);

/** Before a place from which people come, or with which another is compared or joined: 来自江苏, 家住鄞州区, 连着兰州. */
export const FROM_BEFORE: WordTable = table("来自 远在 除 不同于 像 援 学习 家住 户籍 对口支援 连着 连线 牵手");

/** Before the colon after one who speaks: 文山州疾控中心提示： */
export const SPEAKS: WordTable = table("提示 提醒 通报 通告 公告 紧急提示 消息 发布");

/** Before the place of the event. */
export const LEADS_TO: WordTable = table("走进 在 落户 坐落 坐落在 坐落于 位于 来到");

/** Characters of the zone suffix at `at`, 0 where there is none. */
export const zoneSuffix = (text: string, at: number): number => startsWith(text, at, ZONE_SUFFIXES);
