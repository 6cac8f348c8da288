/** From analyses to a bulletin: window, reprints, bands, order; every article ends in exactly one decision. */
import { explainRelevance } from "../classify/index.ts";
import { checkChoice, checkList, checkOptions, valueShown } from "../core/check.ts";
import { unreachable } from "../core/closed.ts";
import { WeixunError } from "../core/errors.ts";
import type { Analysis, Bulletin, BulletinItem, Decision, ItemMention, Notice } from "../core/types.ts";
import { chooseRepresentative, clusterReprints, matchPastItems } from "../dedupe/index.ts";
import { TITLE } from "./layout.ts";
import { resolveWindow, type Window, type WindowOptions } from "./window.ts";

/** How the items of a bulletin are ordered. */
export type ItemOrder = "date" | "score" | "topic";

export interface ComposeOptions extends WindowOptions {
  /** Default `date`: by date, then score (best first), then id. `score`: best first. `topic`: by the first topic's id. */
  readonly order?: ItemOrder;
  /** Most items to print, 1 or more; the lowest scores are left out as `over-limit`. Default: no limit. */
  readonly limit?: number;
  /** Printed in the masthead; the line is left out where absent. */
  readonly publisher?: string;
  /** Masthead title. Default 全国卫生信息化舆情监测周报. */
  readonly title?: string;
  /** A remark under the date, e.g. 示例（虚构内容，非新闻）. */
  readonly remark?: string;
  /** Past bulletins: an item printed there is a reprint of that issue. Default none. */
  readonly past?: readonly Bulletin[];
  /** Called with what is doubtful: undated articles, a bulletin of no item. */
  readonly onNotice?: (notice: Notice & { readonly articleId?: string }) => void;
}

/** Articles of one event with what decides on it. */
interface Event {
  readonly lead: Analysis;
  readonly members: readonly Analysis[];
  /** The member whose score speaks for the event. */
  readonly best: Analysis;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = (a: Analysis): string => a.publishedAt.slice(0, 10);

export const ITEM_ORDERS: readonly ItemOrder[] = ["date", "score", "topic"];

function checkArguments(analyses: readonly Analysis[], options: ComposeOptions): void {
  checkList("composeBulletin: analyses", analyses, "analyses");
  analyses.forEach((a: Partial<Analysis> | null, i) => {
    if (
      typeof a?.id !== "string" ||
      typeof a.publishedAt !== "string" ||
      typeof a.relevance !== "object" ||
      !Array.isArray(a.notices)
    )
      throw new WeixunError(
        "bad-argument",
        `composeBulletin: analyses[${i}] is no analysis, as analyze gives it, but ${valueShown(a)}`,
      );
  });
  checkOptions("composeBulletin: options", options);
  checkChoice("composeBulletin: order", options.order, ITEM_ORDERS);
  checkList("composeBulletin: past", options.past ?? [], "bulletins");
  const { limit } = options;
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1))
    throw new WeixunError(
      "bad-argument",
      `composeBulletin: limit must be a whole number of 1 or more, is ${valueShown(limit)}; leave it out for no limit`,
    );
}

/**
 * Composes the bulletin of one week from the analyses of its pool.
 * The order of `analyses` does not matter: the same set gives the same bulletin. An article that is there twice is taken
 * once, its copy is a reprint of it.
 * @throws WeixunError `bad-argument` where the window is impossible or unknown, or an argument cannot be.
 */
export function composeBulletin(analyses: readonly Analysis[], options: ComposeOptions = {}): Bulletin {
  checkArguments(analyses, options);
  const { pool, copies } = onceEach(analyses, options.onNotice);
  const window = resolveWindow(options, pool.map(dayOf));
  const inside = (a: Analysis): boolean => a.publishedAt === "" || (dayOf(a) >= window.from && dayOf(a) <= window.to);
  for (const a of pool)
    if (a.status === "ok" && a.publishedAt === "")
      options.onNotice?.({
        code: "undated",
        message: `${badDate(a) === undefined ? "no date" : `the date ${badDate(a)} cannot be read`}; counted as inside the window`,
        articleId: a.id,
      });

  const decisions = new Map<string, Decision>();
  const readable = pool.filter((a) => {
    if (a.status === "ok") return true;
    decisions.set(a.id, {
      articleId: a.id,
      status: "rejected",
      reason: a.status,
      score: a.relevance.score,
      reasons: [STATUS_REASONS[a.status]],
    });
    return false;
  });
  const past = matchPastItems(readable, options.past ?? []);
  const events: Event[] = [];
  for (const cluster of groupEvents(readable)) {
    const within = cluster.filter(inside);
    if (within.length === 0) {
      for (const a of cluster)
        decisions.set(
          a.id,
          rejected(a, "out-of-window", [`日期${dayOf(a)}不在监测时段${window.from}至${window.to}内`]),
        );
      continue;
    }
    const { representative, reasons } = chooseRepresentative(within);
    const lead = within.find((a) => a.id === representative)!;
    const best = [...within].sort((a, b) => b.relevance.score - a.relevance.score || compare(a.id, b.id))[0]!;
    const event: Event = { lead, members: cluster, best };
    const printed = cluster.map((a) => past.get(a.id)).find((p) => p !== undefined);
    if (printed !== undefined) for (const a of cluster) decisions.set(a.id, reprint(a, printed, ["已在往期周报刊出"]));
    else {
      for (const a of cluster) if (a !== lead) decisions.set(a.id, reprint(a, lead.id, [joinedTo(lead, reasons)]));
      if (best.relevance.band === "take") events.push(event);
      else if (best.relevance.band === "review")
        decisions.set(lead.id, {
          articleId: lead.id,
          status: "review",
          score: lead.relevance.score,
          reasons: reasonsOf(event),
        });
      else decisions.set(lead.id, rejected(lead, "below-threshold", explainRelevance(lead)));
    }
  }

  const ranked = [...events].sort(
    (a, b) => b.best.relevance.score - a.best.relevance.score || compare(a.lead.id, b.lead.id),
  );
  const printed = new Set(ranked.slice(0, options.limit ?? ranked.length));
  for (const e of events)
    decisions.set(
      e.lead.id,
      printed.has(e)
        ? { articleId: e.lead.id, status: "selected", score: e.lead.relevance.score, reasons: reasonsOf(e) }
        : rejected(e.lead, "over-limit", [`超出${options.limit}篇的上限`, ...reasonsOf(e)].slice(0, 3)),
    );
  const items = events
    .filter((e) => printed.has(e))
    .sort(byOrder(options.order ?? "date"))
    .map(itemOf);
  if (items.length === 0)
    options.onNotice?.({
      code: "no-item",
      message: `no article was selected for ${window.from} to ${window.to}${otherDays(pool.map(dayOf), window)}`,
    });
  return {
    ...mastheadOf(window, options),
    items,
    decisions: pool.flatMap((a) => decisionsOf(dated(decisions.get(a.id)!, a), copies.get(a.id) ?? 0)),
  };
}

/** Of a pool whose dates are all outside the window: its days, and the issue that most of them belong to. */
function otherDays(days: readonly string[], window: Window): string {
  const dated = days.filter((day) => day !== "").sort();
  if (dated.length === 0 || dated.some((day) => day >= window.from && day <= window.to)) return "";
  return `; the articles are of ${dated[0]} to ${dated.at(-1)} (issue ${resolveWindow({}, dated).issue})`;
}

/** The date of an article's field, in quotes, where it could not be read (10月16日, 16/10/2023). */
function badDate(a: Analysis): string | undefined {
  const notice = a.notices.find((n) => n.code === "bad-date");
  return notice && (/“.*”/s.exec(notice.message)?.[0] ?? "");
}

/** A decision that also says of a date that it could not be read, and what stands for it. */
function dated(decision: Decision, a: Analysis): Decision {
  const bad = badDate(a);
  if (bad === undefined) return decision;
  const instead = a.publishedAt === "" ? "按在监测时段内计" : `按正文或链接取${dayOf(a)}`;
  return { ...decision, reasons: [...decision.reasons.slice(0, 2), `日期${bad}无法识别，${instead}`] };
}

/** Each article once, by id, with the number of further copies; another article of the same id is `-2`. */
function onceEach(
  analyses: readonly Analysis[],
  onNotice: ComposeOptions["onNotice"],
): { readonly pool: readonly Analysis[]; readonly copies: ReadonlyMap<string, number> } {
  const key = (a: Analysis): string => [a.title, a.text, a.source, a.url, a.publishedAt].join("\0");
  const ids = new Set(analyses.map((a) => a.id));
  // A pool without an id twice, as the command gives it, needs no keys.
  if (ids.size === analyses.length)
    return { pool: [...analyses].sort((a, b) => compare(a.id, b.id)), copies: new Map() };
  const copies = new Map<string, number>();
  const known = new Map<string, Map<string, string>>();
  const pool: Analysis[] = [];
  for (const a of [...analyses].sort((x, y) => compare(x.id, y.id) || compare(key(x), key(y)))) {
    const named = known.get(a.id) ?? new Map<string, string>();
    known.set(a.id, named);
    const same = named.get(key(a));
    if (same !== undefined) {
      copies.set(same, (copies.get(same) ?? 0) + 1);
      onNotice?.({ code: "duplicate-article", message: "it is in the pool twice; it is taken once", articleId: same });
      continue;
    }
    let id = a.id;
    for (let n = 2; named.size > 0 && ids.has(id); n++) id = `${a.id}-${n}`;
    ids.add(id);
    named.set(key(a), id);
    if (id !== a.id) onNotice?.({ code: "duplicate-id", message: `another article has the id ${a.id}`, articleId: id });
    pool.push(id === a.id ? a : { ...a, id });
  }
  return { pool: pool.sort((a, b) => compare(a.id, b.id)), copies };
}

/** An article's decision, and that of each further copy: a reprint of it, or left out for the same reason. */
function decisionsOf(decision: Decision, copies: number): Decision[] {
  const { articleId, score } = decision;
  const alone =
    decision.status === "reprint" ||
    (decision.status === "rejected" && decision.reason !== "below-threshold" && decision.reason !== "over-limit");
  const copy: Decision = alone
    ? decision
    : { articleId, status: "reprint", of: articleId, score, reasons: ["同一篇报道再次出现"] };
  return [decision, ...Array.from({ length: copies }, () => copy)];
}

const STATUS_REASONS = {
  empty: "正文为空",
  "not-chinese": "不是中文报道",
  "not-article": "不是报道（登录页、错误页或列表页）",
} as const;

const rejected = (
  a: Analysis,
  reason: "below-threshold" | "out-of-window" | "over-limit",
  reasons: readonly string[],
): Decision => ({
  articleId: a.id,
  status: "rejected",
  reason,
  score: a.relevance.score,
  reasons,
});

const reprint = (a: Analysis, of: string, reasons: readonly string[]): Decision => ({
  articleId: a.id,
  status: "reprint",
  of,
  score: a.relevance.score,
  reasons: reasons.slice(0, 3),
});

/** Why a reprint stands under another article: what speaks for that one. */
const joinedTo = (lead: Analysis, reasons: readonly string[]): string =>
  reasons.length === 0 ? `归入${lead.id}` : `归入${lead.id}：该篇${reasons.join("、")}`;

/** Reasons of the printed article; where its reprint has the better band, that one is named first. */
function reasonsOf({ lead, best }: Event): string[] {
  const own = explainRelevance(lead);
  if (lead.relevance.band === best.relevance.band) return own;
  return [`以转载${best.id}的得分${best.relevance.score.toFixed(3)}计`, ...own].slice(0, 3);
}

function groupEvents(readable: readonly Analysis[]): Analysis[][] {
  const byId = new Map(readable.map((a) => [a.id, a]));
  return clusterReprints(readable).map((c) => c.members.map((id) => byId.get(id)!));
}

function byOrder(order: ItemOrder): (a: Event, b: Event) => number {
  const date = (a: Event, b: Event): number => compare(dayOf(a.lead), dayOf(b.lead));
  const score = (a: Event, b: Event): number => b.best.relevance.score - a.best.relevance.score;
  const id = (a: Event, b: Event): number => compare(a.lead.id, b.lead.id);
  const topic = (a: Event, b: Event): number => compare(a.lead.topics[0]?.id ?? "~", b.lead.topics[0]?.id ?? "~");
  switch (order) {
    case "date":
      return (a, b) => date(a, b) || score(a, b) || id(a, b);
    case "score":
      return (a, b) => score(a, b) || date(a, b) || id(a, b);
    case "topic":
      return (a, b) => topic(a, b) || date(a, b) || score(a, b) || id(a, b);
    default:
      return unreachable(order);
  }
}

function itemOf(event: Event): BulletinItem {
  const { lead } = event;
  const others = event.members.filter((a) => a !== lead);
  return {
    articleId: lead.id,
    headline: lead.headline,
    source: lead.source,
    url: lead.url,
    publishedAt: dayOf(lead),
    summary: lead.summary?.text ?? "",
    content: lead.text,
    topics: lead.topics.map((t) => t.id),
    region: lead.regions.find((r) => r.primary)?.code ?? "",
    reprints: others.map((a) => a.id),
    outlets: others.map((a) => ({ articleId: a.id, source: a.source, url: a.url, publishedAt: a.publishedAt })),
    mentions: mentionsOf(lead),
  };
}

function mentionsOf(a: Analysis): ItemMention[] {
  const kinds = [
    ["institution", a.institutions],
    ["term", a.terms],
    ["region", a.regions],
  ] as const;
  const all = kinds.flatMap(([kind, entities]) =>
    entities.flatMap((e) =>
      e.mentions
        .filter((m) => m.field === "text")
        .map((m) => ({ kind, name: e.name, start: m.start, end: m.end, text: m.text })),
    ),
  );
  // An area word such as 京津冀 is a mention of several regions: one mark, all names.
  const out: ItemMention[] = [];
  for (const m of all.sort((x, y) => x.start - y.start || y.end - x.end)) {
    const last = out.at(-1);
    if (last && last.start === m.start && last.end === m.end && last.kind === m.kind)
      out[out.length - 1] = { ...last, name: `${last.name}、${m.name}` };
    else if (!last || m.start >= last.end) out.push(m);
  }
  return out;
}

function mastheadOf(window: Window, options: ComposeOptions): Omit<Bulletin, "items" | "decisions"> {
  return {
    issue: window.issue,
    title: options.title ?? TITLE,
    ...(options.publisher ? { publisher: options.publisher } : {}),
    ...(options.remark ? { remark: options.remark } : {}),
    date: window.to,
    from: window.from,
    to: window.to,
  };
}
