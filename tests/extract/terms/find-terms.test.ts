import { expect, test } from "vitest";
import type { Document, Mention } from "../../../src/core/types.ts";
import { findTerms } from "../../../src/extract/terms/index.ts";
import { loadResource } from "../../../src/lexicon/load.ts";
import { Scanner } from "../../../src/lexicon/scanner.ts";
import { TermTable } from "../../../src/lexicon/terms.ts";
import { openBuiltIn } from "../../../src/segment/built-in.ts";
import { readDocument } from "../../../src/segment/reading.ts";
import { segmentWith } from "../../../src/segment/segmenter.ts";

const scanner = Scanner.open(loadResource("scanner.bin"));
const table = new TermTable(loadResource("terms.bin"));
const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));

function mentionsOf(text: string, taken: readonly Mention[] = []): string[] {
  const reading = readDocument({ title: "", text } as unknown as Document, scanner, segmenter);
  return findTerms(reading, taken, table)
    .flatMap((t) => t.mentions)
    .sort((a, b) => a.start - b.start)
    .map((m) => m.text);
}

test.each([
  // Without the level and the place.
  ["省级全民健康信息平台已接入", ["全民健康信息平台"]],
  ["三明市全民健康信息平台上线", ["全民健康信息平台"]],
  ["试建包虫病综合防治信息系统", ["包虫病综合防治信息系统"]],
  ["县域医共体信息平台、区域全民健康信息平台", ["医共体信息平台", "全民健康信息平台"]],
  // A centre, a device or a part of a name that any hospital has is none; what it does is.
  ["在远程会诊中心和自助机上", ["远程会诊"]],
  ["AI医疗概念", ["AI"]],
  ["医院AI导诊，电子病历", ["AI导诊", "电子病历"]],
  ["急救电子病历和蒙医电子病历", ["急救电子病历", "蒙医电子病历"]],
  ["建设医学影像数据跨境流通平台", ["医学影像数据跨境流通平台"]],
  // Without the grade; the long form is one term.
  ["通过电子病历系统应用水平六级评价", ["电子病历系统应用水平"]],
  ["与电子病历系统应用水平评价挂钩", ["电子病历系统应用水平"]],
  ["通过医院智慧服务分级评估三级", ["医院智慧服务分级评估"]],
  ["电子病历系统应用水平分级评价标准", ["电子病历系统应用水平分级评价"]],
  // Broken by quotes and blanks.
  ["实施“互联网+”医疗服务", ["“互联网+”医疗服务"]],
  ["建成5G 智慧医院", ["5G 智慧医院"]],
  ["推进互联网＋护理服务", ["互联网＋护理服务"]],
  // Composed of known words, left border at verbs, particles, figures, owners.
  ["启用了中医四诊辅助诊断系统", ["中医四诊辅助诊断系统"]],
  ["医院采购儿童脊柱侧弯智能筛查系统", ["脊柱侧弯智能筛查系统"]],
  ["打通12个慢阻肺早期筛查系统", ["慢阻肺早期筛查系统"]],
  ["登录健康衡水APP建档", ["健康衡水APP"]],
  ["建设双向转诊及业务协同平台", ["双向转诊及业务协同平台"]],
  ["建设HIS、PACS、远程会诊及运营管理系统", ["HIS", "PACS", "远程会诊", "运营管理系统"]],
  ["接入检查检验结果互认系统", ["检查检验结果互认系统"]],
  // Medicines of other peoples, blood donors, supervision, parts of the body, kinds of care and of insurance make names too.
  ["正式启用藏药制剂追溯平台", ["藏药制剂追溯平台"]],
  ["升级献血者服务平台和血费减免系统", ["献血者服务平台", "血费减免系统"]],
  ["上线胰腺癌早筛模型、心脏骤停预警系统", ["胰腺癌早筛模型", "心脏骤停预警系统"]],
  ["建设婴幼儿照护服务平台与婚前医学检查系统", ["婴幼儿照护服务平台", "婚前医学检查系统"]],
  ["接入独居老人监护平台", ["独居老人监护平台"]],
  ["长护险经办系统与慢特病认定系统对接", ["长护险经办系统", "慢特病认定系统"]],
  ["发布卒中急救地图和中药资源库", ["卒中急救地图"]],
  ["系统可录入名老中医经验，名老中医经验传承系统", ["名老中医经验传承系统"]],
  // A noun that no list of words holds may stand in a name; who does something, and what is done with it, may not.
  ["开发了结核病患者智能服药管理系统", ["结核病患者智能服药管理系统"]],
  ["发布近视进展预测数据集", ["近视进展预测数据集"]],
  ["一家医药公司利用平台训练", []],
  ["通过隐私计算平台训练模型，电子病历、电子健康卡", ["隐私计算", "电子病历", "电子健康卡"]],
  ["大数据法律监督模型和人工智能海洋预报模型", ["大数据", "人工智能"]],
  ["医院升级PACS服务器系统", ["PACS"]],
  ["启用应急症状监测系统，电子病历、电子健康卡", ["应急症状监测系统", "电子病历", "电子健康卡"]],
  ["卫生健康行业信息系统和单位核心系统", []],
  ["发现内分泌系统和泌尿系统疾病", []],
  ["市级远程医疗综合管理和运营监管平台", ["远程医疗综合管理和运营监管平台"]],
  ["随船带着5G车载CT和5G诊室", ["5G车载CT", "5G诊室"]],
  ["开设中医云诊室", ["中医云诊室"]],
  // Named in quotes.
  ["点开“健康宁远”", ["健康宁远"]],
  ["上线“医保药查查”小程序", ["医保药查查"]],
  ["下载“掌上衡水”APP", []],
  // Names of any trade, beside health care's own and alone.
  ["电子病历、互联网医院和智能审核系统", ["电子病历", "互联网医院", "智能审核系统"]],
  ["景区的智能审核系统", []],
  ["游客大数据平台，电子病历，病案质控系统", ["大数据", "电子病历", "病案质控系统"]],
  ["救护车装上5G车载终端", ["5G"]],
  // A general word is no part of the name; neither is a department one.
  ["医院现有RIS系统和LIS系统", ["RIS", "LIS"]],
  ["通过远程超声系统传来", ["远程超声"]],
  ["县医院慢病管理中心，慢病管理", ["慢病管理"]],
  ["人工智能辅助诊断应用", ["人工智能", "辅助诊断"]],
  ["新建三大数据库，电子病历", ["电子病历"]],
  // What is put to use is a system, not a way of deploying.
  ["把人工智能辅助诊疗系统部署到乡镇", ["人工智能辅助诊疗系统"]],
  // Heads beyond systems and platforms.
  ["上线胶片质控软件和门诊医学影像数据集", ["胶片质控软件", "医学影像数据集"]],
  ["配备智能血压监测仪", ["智能血压监测仪"]],
  ["升级为基层医疗3.0系统", ["基层医疗3.0系统"]],
  ["由台州云医院平台提供", ["台州云医院平台"]],
  // Names in quotes that are whole, of a province, or follow what they name.
  ["接入“健康龙江-妇幼云服务平台”", ["健康龙江-妇幼云服务平台"]],
  ["“浙医互认”惠及患者", ["浙医互认"]],
  ["电子病历用上了“海河医典”大模型。", ["电子病历", "海河医典", "大模型"]],
  [
    "电子病历、互联网医院接入医疗大模型“毓芝”，“毓芝”写病历5万份。",
    ["电子病历", "互联网医院", "医疗大模型", "毓芝", "毓芝"],
  ],
  ["科室是“瓯医助手”的首批试点。", ["瓯医助手"]],
  ["一场给大模型“考试”的大会", ["大模型"]],
  ["“重头戏”是大模型，“应考”的大模型有14个", ["大模型", "大模型"]],
  ["电子病历、互联网医院与智能导诊机器人“小医”", ["电子病历", "互联网医院", "智能导诊机器人", "小医"]],
  ["推进“健康龙江”建设，电子病历", ["电子病历"]],
  // Two sectors make a system where the second is what is done, none where it is the profession.
  ["使用麻醉监护系统", ["麻醉监护系统"]],
  ["全县基层医疗系统的干部", []],
  ["院内药品配送机器人和导诊机器人", ["药品配送机器人", "导诊机器人"]],
  // Bare functions are those of the closed list; a general word after a technology is none of it.
  ["诊间支付、诊间结算和双向转诊", ["诊间支付", "双向转诊"]],
  ["健全网络安全防护体系、数据安全管理制度", ["网络安全", "数据安全"]],
  // Any trade's systems need health care's own beside them, not 5G alone.
  ["5G、大数据、人工智能，智慧教育平台和指挥调度平台", ["5G", "大数据", "人工智能"]],
  // Emergency centres.
  ["建成市级120急救指挥中心调度平台", ["120急救指挥中心调度平台"]],
  // A word that goes on is another word.
  ["12个场景“一码通用”，全省“一码通行”", []],
  ["推行一码通，就医“一码通”覆盖全市", ["一码通", "一码通"]],
  // Latin abbreviations are written in capitals.
  ["HIS与PACS对接，his book", ["HIS", "PACS"]],
  // No systems.
  ["中枢神经系统和免疫系统", []],
  ["推动医疗卫生系统干部下沉", []],
  ["系统性红斑狼疮患者的健康管理系统性不强", []],
  ["钻井平台与平台公司", []],
  ["综合管理系统与小程序", []],
])("%s", (text, want) => {
  expect(mentionsOf(text)).toEqual(want);
});

test("an alias goes by its preferred name", () => {
  const text = "以全民健康平台为例，居民健康卡可用";
  const reading = readDocument({ title: "", text } as unknown as Document, scanner, segmenter);
  expect(findTerms(reading, [], table).map((t) => t.name)).toEqual(["全民健康信息平台", "电子健康卡"]);
});

test("a term inside an institution's name is none", () => {
  const text = "国家健康医疗大数据研究院与5G";
  expect(mentionsOf(text, [{ field: "text", start: 0, end: 12, text: text.slice(0, 12) }])).toEqual(["5G"]);
});
