/** Who publishes: names of media and sites as printed, their publisher, and the hosts of their pages. */

import { Packed } from "../core/packed.ts";

export interface PublisherRow {
  readonly name: string;
  readonly group: string;
  readonly hosts: readonly string[];
}

/** Words that a medium's name takes for its channels: 新华社客户端, 健康报微信公众号. */
const CHANNEL =
  /(?:官方)?(?:客户端|手机客户端|微信公众号|微信公众平台|微信号|公众号|订阅号|服务号|官方微信|官方微博|微信|微博|视频号|抖音号|数字报刊|数字报|电子报|电子版|手机报|手机网|手机版|移动端|网络版|海外版|APP|app|App|官网|网站|门户网站|新闻中心|新媒体|融媒体中心|融媒体|融媒|全媒体)$/;
/** What separates a medium from its section or partner. */
const JOINT = /[\s·•・\-－—–_|｜丨/／、,，+＋&]+|(?=[（(【[])/;

/** A source as printed, and its publisher; both empty where the field is. */
export interface PrintedSource {
  readonly printed: string;
  readonly group: string;
}

const MAX_FIELDS = 4096;

export class Publishers {
  readonly #groups: Map<string, string> = new Map();
  readonly #hosts: Map<string, string> = new Map();
  /** Fields read before: a pool has far fewer sources than articles. */
  readonly #fields: Map<string, PrintedSource> = new Map();

  constructor(rows: Iterable<PublisherRow>) {
    for (const row of rows) {
      this.#groups.set(row.name, row.group);
      for (const host of row.hosts) this.#hosts.set(host, row.group);
    }
  }

  /** A source field as it is printed, with its publisher. */
  read(field: string): PrintedSource {
    let known = this.#fields.get(field);
    if (!known) {
      const printed = cleanSource(field, this);
      known = { printed, group: this.groupOf(printed) };
      if (this.#fields.size === MAX_FIELDS) this.#fields.clear();
      this.#fields.set(field, known);
    }
    return known;
  }

  /** Whether a string is a known medium's or site's name, channel words aside. */
  has(name: string): boolean {
    return this.#lookup(name) !== undefined;
  }

  /** The publisher of a source as printed; the name itself without its channel where it is not listed. */
  groupOf(source: string): string {
    const name = source.trim();
    if (name === "") return "";
    const whole = this.#lookup(name);
    if (whole !== undefined) return whole;
    const pieces = name.split(JOINT).filter(Boolean);
    for (const piece of pieces) {
      const group = this.#lookup(piece);
      if (group !== undefined) return group;
    }
    // 人民网湖北频道, 黄河新闻网长治频道: the longest listed name that begins it.
    for (let length = Math.min(name.length - 1, 14); length >= 3; length--) {
      const group = this.#groups.get(name.slice(0, length));
      if (group !== undefined && /(?:频道|站|分社|记者站|新闻|号|台|讯|记者|综合|消息)$/.test(name)) return group;
    }
    return withoutChannel(pieces[0] ?? name);
  }

  /** The publisher of a page, by the longest listed end of its host; empty where unknown. */
  groupOfUrl(url: string): string {
    let host = /^[a-z]+:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
    while (host.includes(".")) {
      const group = this.#hosts.get(host);
      if (group !== undefined) return group;
      host = host.slice(host.indexOf(".") + 1);
    }
    return "";
  }

  #lookup(name: string): string | undefined {
    return this.#groups.get(name) ?? this.#groups.get(withoutChannel(name));
  }
}

/** 新华社客户端 → 新华社; a name that is nothing but a channel word stays. */
function withoutChannel(name: string): string {
  const bare = name.replace(CHANNEL, "");
  return bare.length >= 2 ? bare : name;
}

/** A source as printed: without label, link, section and partner. */
export function cleanSource(raw: string, publishers: Publishers): string {
  let source = raw
    .replace(/^\s*(?:稿件来源|文章来源|信息来源|新闻来源|消息来源|来源|稿源|转自|出处)\s*[:：]?\s*/, "")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/[\s。；;，,]+$/, "")
    .trim();
  const bracket = /^(.{2,}?)\s*[（(][^（）()]*[）)]$/.exec(source);
  if (bracket) source = bracket[1]!;
  if (publishers.has(source)) return source;
  const parts = source.split(/\s*[·•・－—–|｜丨_]\s*|\s*-\s*/);
  const head = parts[0]!;
  // 大众网·临沂 and 人民网－湖北频道 print as 大众网 and 人民网; 搜狐号·某号 keeps the account, which is who writes.
  if (
    parts.length > 1 &&
    head.length >= 2 &&
    !/号$/.test(head) &&
    (publishers.has(head) || /(?:网|报|社|台|在线|新闻|电视)$/.test(head))
  )
    return head;
  return source;
}

/**
 * Opens the packed table of publishers.
 * @throws WeixunError `bad-model` when the resource is truncated or of another version.
 */
export function openPublishers(bytes: Uint8Array): Publishers {
  return readPublishers(new Packed(bytes, "sources", 1, "sources.bin").text("rows"));
}

/** Reads the rows of a sources table: `name<TAB>group<TAB>hosts`, the first line its header. */
export function readPublishers(tsv: string): Publishers {
  const rows: PublisherRow[] = [];
  const lines = tsv.split("\n");
  for (let i = 1; i < lines.length; i++) {
    const [name, group, hosts] = lines[i]!.split("\t");
    if (name && group) rows.push({ name, group, hosts: hosts ? hosts.split(" ").filter(Boolean) : [] });
  }
  return new Publishers(rows);
}
