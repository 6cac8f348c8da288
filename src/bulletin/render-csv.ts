import type { Bulletin } from "../core/types.ts";
import { csvFile } from "../text/csv.ts";
import { topicName } from "./topics.ts";

/** The items as CSV for Excel: number, headline, source, link, date, summary, topics, region code, reprints, content. */
export function renderCsv(bulletin: Bulletin): string {
  return csvFile([
    ["序号", "标题", "来源", "链接", "发布时间", "摘要", "主题", "行政区划代码", "转载", "正文"],
    ...bulletin.items.map((item, i) => [
      i + 1,
      item.headline,
      item.source,
      item.url,
      item.publishedAt,
      item.summary,
      item.topics.map(topicName).join("；"),
      item.region,
      item.reprints.join("；"),
      item.content,
    ]),
  ]);
}
