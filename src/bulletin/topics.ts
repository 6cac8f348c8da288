import type { TopicId } from "../core/types.ts";

/** The thirteen topics as the bulletin prints them. */
export const TOPIC_NAMES: Readonly<Record<TopicId, string>> = {
  policy: "政策规划与标准",
  platform: "全民健康信息平台与互联互通",
  "smart-hospital": "智慧医院",
  "internet-health": "互联网医疗与远程医疗",
  "public-health": "公共卫生与急救信息化",
  "primary-care": "基层卫生与家庭医生",
  data: "健康医疗大数据",
  ai: "医学人工智能",
  infrastructure: "5G、物联网与云",
  insurance: "医保与支付信息化",
  security: "网络安全与数据安全",
  tcm: "中医药信息化",
  industry: "产业、会议与投融资",
};

/** A topic's printed name; its id where it is not one of the thirteen. */
export function topicName(id: string): string {
  return Object.hasOwn(TOPIC_NAMES, id) ? TOPIC_NAMES[id as TopicId] : id;
}

/** Short names of the 34 provincial divisions by the first two digits of their codes (GB/T 2260). */
const PROVINCES: Readonly<Record<string, string>> = {
  11: "北京",
  12: "天津",
  13: "河北",
  14: "山西",
  15: "内蒙古",
  21: "辽宁",
  22: "吉林",
  23: "黑龙江",
  31: "上海",
  32: "江苏",
  33: "浙江",
  34: "安徽",
  35: "福建",
  36: "江西",
  37: "山东",
  41: "河南",
  42: "湖北",
  43: "湖南",
  44: "广东",
  45: "广西",
  46: "海南",
  50: "重庆",
  51: "四川",
  52: "贵州",
  53: "云南",
  54: "西藏",
  61: "陕西",
  62: "甘肃",
  63: "青海",
  64: "宁夏",
  65: "新疆",
  71: "台湾",
  81: "香港",
  82: "澳门",
};

/** The province of a region code; 全国 for none. */
export function provinceName(code: string): string {
  return PROVINCES[code.slice(0, 2)] ?? "全国";
}
