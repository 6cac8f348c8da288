/** Every command with its options: parsing, validation, `weixun.json` and the help texts all come from this table. */

/** One option; `value` is its placeholder in the help text. */
export interface OptionSpec {
  readonly type: "text" | "flag" | "integer" | "choice";
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly short?: string;
  readonly multiple?: boolean;
  readonly help: string;
}

export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
  /** Words that stand between the command and its files, e.g. `check` in `dict check`. */
  readonly verbs?: readonly string[];
}

/** The commands of the contract. */
export type CommandName =
  | "analyze"
  | "tokenize"
  | "bulletin"
  | "render"
  | "parse"
  | "lint"
  | "stats"
  | "review"
  | "train"
  | "dict";

const dict: OptionSpec = {
  type: "text",
  value: "FILE",
  multiple: true,
  help: "add your own dictionary (TSV); repeatable",
};
const segmenter: OptionSpec = {
  type: "choice",
  value: "NAME",
  choices: ["built-in", "nodejieba"],
  help: "segmentation engine: built-in (default) or nodejieba",
};
const model: OptionSpec = { type: "text", value: "FILE", help: "relevance and topics model made by weixun train" };
const output: OptionSpec = {
  type: "text",
  short: "o",
  value: "FILE",
  help: "write to FILE instead of stdout; it appears whole or not at all",
};
const jobs: OptionSpec = {
  type: "integer",
  short: "j",
  value: "N",
  help: "threads, at most one a processor; default 1",
};
const summaries: OptionSpec = {
  type: "choice",
  value: "WHICH",
  choices: ["auto", "all"],
  help: "auto (default): summaries for the bands take and review; all: for every article",
};
const townships: OptionSpec = { type: "flag", help: "list townships as regions too" };
const reading = { dict, segmenter, model, summaries, townships } as const;

const BULLETIN_FORMATS = ["txt", "md", "html", "docx", "csv", "json"] as const;
const content: OptionSpec = {
  type: "choice",
  value: "PART",
  choices: ["summary", "full", "both"],
  help: "print summary, full text, or both (default)",
};
const format: OptionSpec = {
  type: "choice",
  value: "FORMAT",
  choices: BULLETIN_FORMATS,
  help: "txt, md, html, docx, csv or json; default by the ending of -o, else txt",
};

export const COMMANDS: Readonly<Record<CommandName, CommandSpec>> = {
  analyze: {
    usage: "weixun analyze [FILE…]",
    summary: "articles in, one Analysis a line (NDJSON) out",
    options: {
      output,
      resume: { type: "flag", help: "with -o: take up an interrupted run where it stopped" },
      jobs,
      ...reading,
    },
    examples: ["weixun analyze pool.jsonl -o analysis.jsonl", "cat pool.jsonl | weixun analyze - | head -1"],
  },
  tokenize: {
    usage: "weixun tokenize [FILE…]",
    summary: "plain text in, words out, a line for a line",
    options: {
      output,
      pos: { type: "flag", help: "word/tag" },
      format: {
        type: "choice",
        value: "FORMAT",
        choices: ["text", "json"],
        help: "text (default) or json: tokens with offsets",
      },
      dict,
      segmenter,
    },
    examples: ["echo 衡水市全民健康信息平台上线 | weixun tokenize --pos"],
  },
  bulletin: {
    usage: "weixun bulletin [FILE…]",
    summary: "the weekly bulletin from articles or analyses",
    options: {
      output,
      format,
      content,
      issue: { type: "integer", value: "N", help: "issue number; tells the week" },
      from: { type: "text", value: "DATE", help: "first day of the window, YYYY-MM-DD" },
      to: { type: "text", value: "DATE", help: "last day of the window, YYYY-MM-DD" },
      order: {
        type: "choice",
        value: "ORDER",
        choices: ["date", "score", "topic"],
        help: "order of the items: date (default), score (best first) or topic",
      },
      limit: { type: "integer", value: "N", help: "print at most N items" },
      publisher: { type: "text", value: "NAME", help: "publisher in the masthead" },
      remark: { type: "text", value: "TEXT", help: "a remark under the date" },
      past: {
        type: "text",
        value: "FILE",
        multiple: true,
        help: "past bulletins (file or folder): what they printed is no news; repeatable",
      },
      explain: {
        type: "text",
        value: "FILE",
        help: "one TSV row an article: id, status, score, title, reasons (- = stderr)",
      },
      jobs,
      ...reading,
    },
    examples: [
      "weixun bulletin pool.jsonl --issue 538 -o bulletin.txt",
      "weixun bulletin analysis.jsonl --format json --explain -",
    ],
  },
  render: {
    usage: "weixun render BULLETIN.json",
    summary: "an edited bulletin set again in any format",
    options: { output, format, content },
    examples: ["weixun render bulletin.json -o bulletin.docx"],
  },
  parse: {
    usage: "weixun parse FILE|FOLDER",
    summary: "past bulletins as Bulletin JSON (a folder: one a line)",
    options: { output },
    examples: ["weixun parse issue-546.txt"],
  },
  lint: {
    usage: "weixun lint FILE",
    summary: "what is wrong in a bulletin",
    options: {
      output,
      format: { type: "choice", value: "FORMAT", choices: ["text", "json"], help: "text (default) or json" },
      fix: {
        type: "flag",
        help: "mend what is safe to mend: as text on stdout, or in -o FILE in the format of its ending",
      },
      past: {
        type: "text",
        value: "FILE",
        multiple: true,
        help: "past bulletins, for events printed before; repeatable",
      },
    },
    examples: ["weixun lint issue-546.txt", "weixun lint issue-546.txt --fix -o mended.txt"],
  },
  stats: {
    usage: "weixun stats FILE…",
    summary: "regions × topics, sources, institutions of bulletins or analyses",
    options: {
      output,
      format: { type: "choice", value: "FORMAT", choices: ["text", "json"], help: "text (default) or json" },
    },
    examples: ["weixun stats analysis.jsonl", "weixun stats issues/ --format json"],
  },
  review: {
    usage: "weixun review [FILE…] -o review.csv",
    summary: "candidates for an editor to correct in Excel",
    options: { output, jobs, ...reading },
    examples: ["weixun review pool.jsonl -o review.csv"],
  },
  train: {
    usage: "weixun train [FILE…] --gold FILE… -o MODEL",
    summary: "relevance and topics fitted on your own labels",
    options: {
      output,
      gold: {
        type: "text",
        value: "FILE",
        multiple: true,
        help: "labels: gold NDJSON, or a corrected review.csv (then name the articles as FILE); repeatable",
      },
      algorithm: {
        type: "choice",
        value: "NAME",
        choices: ["own", "bayes", "logistic", "maxent"],
        help: "own (default), or a classifier of the optional package natural",
      },
      dict,
      segmenter,
    },
    examples: [
      "weixun train --gold labels.jsonl -o model.json",
      "weixun train pool.jsonl --gold review.csv -o model.json",
    ],
  },
  dict: {
    usage: "weixun dict check [FILE…]",
    summary: "what is wrong in your own dictionaries, given as FILE or by --dict",
    options: {
      output,
      format: { type: "choice", value: "FORMAT", choices: ["text", "json"], help: "text (default) or json" },
      dict,
    },
    examples: ["weixun dict check words.tsv"],
    verbs: ["check"],
  },
};
