/** Where the lead says that the event is: 大会在渝举行, 新大楼位于茅箭区; and where an announcement's author is. */
import type { Reading } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import { BODY, type Clue, LEAD_CHARS, TITLE } from "./clues.ts";
import { ADDRESS, endsWith } from "./words.ts";

/** Characters before a place in which 在 stands (在美丽的泉城), and after it in which the event is named. */
const BEFORE = 10;
const AFTER = 24;

/** 在X, 位于X: what leads to the scene of an event, with a few words between. */
const AT = /(?:在|位于|坐落于|坐落在|落户|走进|来到|选址)[^，。；、：“”\n]{0,6}$/;

/** What is done at a place that stands before it, in the same clause. */
const EVENT =
  /^[^，。；：\n]{0,20}?(?:举行|举办|召开|开幕|启幕|闭幕|落幕|开赛|揭幕|亮相|启用|签约|开业|投用|揭牌|试运行|推出|开工|奠基|封顶)/;

/** What is told to the press there happened elsewhere: 在太原举行新闻通气会. */
const PRESS =
  /^[^，。；：\n]{0,20}?(?:举行|举办|召开)[^，。；：\n]{0,16}(?:新闻(?:发布|通气|吹风)?|通气|吹风|媒体(?:见面|通气|吹风))会/;

/** A building or a branch that is new: its address is where the event happens. */
const BUILDING = /大楼|院区|新院|综合楼|奠基|封顶|开诊|开业|启用|落成|开工|开建|首店|开园|产业园/;

/** Characters of the body in which a building's address is looked for. */
const ADDRESS_CHARS = 3 * LEAD_CHARS;

/** An announcement of a tender or of vacancies, by its title. */
const ANNOUNCEMENT = /招标|采购|磋商|询价|比选|中标|成交|招聘/;

/** What leads to the author's address, in the same sentence. */
const AUTHORS = /(?:地址|地点|开标|送至|报名|邮寄|现场)[^。；\n]*$/;

/** An address by itself, or by the street that follows. */
const NAMED_ADDRESS = /地址|地点|开标/;
const STREET = /^[^，。；]{0,14}(?:路|街|大道|号)/;

/** Where papers are taken: 到康定市炉城街道某医院人事科现场报名. */
const TO = /[到至]$/;
const HANDED_IN = /^[^，。；、\n]{2,30}(?:报名|递交|领取|面试)/;

/** Another's address. */
const OTHERS = /代理|供应商|中标|成交|公司/;

/** Characters before a place in which its role is looked for. */
const ROLE_CHARS = 30;

/** The deepest division within `choice` where title or lead say that something is held; null where they do not. */
export function venueOf(clues: readonly Clue[], choice: number, reading: Reading, gazetteer: Gazetteer): number | null {
  let venue: number | null = null;
  for (const { division, part, start, end, seat, passing } of clues) {
    if (part === BODY) break;
    if (seat !== null || passing || !gazetteer.lies(division, venue ?? choice)) continue;
    const text = part === TITLE ? reading.title.text : reading.text.text;
    const after = text.slice(end, end + AFTER);
    if (AT.test(text.slice(Math.max(0, start - BEFORE), start)) && EVENT.test(after) && !PRESS.test(after))
      venue = division;
  }
  return venue;
}

/** The division within `choice` where a new building stands or an announcement's author is; null where it is not told. */
export function siteOf(clues: readonly Clue[], choice: number, reading: Reading, gazetteer: Gazetteer): number | null {
  const text = reading.text.text;
  const announced = ANNOUNCEMENT.test(reading.title.text);
  const built = BUILDING.test(reading.title.text) || BUILDING.test(text.slice(0, LEAD_CHARS));
  if (!announced && !built) return null;
  for (const { division, part, start, end, seat } of clues) {
    if (part === TITLE || seat !== null || division === choice || !gazetteer.lies(division, choice)) continue;
    if (built && start < ADDRESS_CHARS && endsWith(text, start, ADDRESS)) return division;
    if (!announced) continue;
    const before = text.slice(Math.max(0, start - ROLE_CHARS), start);
    const after = text.slice(end, end + ROLE_CHARS + 2);
    if (TO.test(before) && STREET.test(after) && HANDED_IN.test(after)) return division;
    if (!AUTHORS.test(before) || OTHERS.test(before)) continue;
    if (NAMED_ADDRESS.test(before) || STREET.test(after)) return division;
  }
  return null;
}
