/** Characters that names of offices, their units and other actors end with: 网安支队, 派出所, 工作专班. */
const OFFICE_END = "局委厅办部院会心司府队所站处科组室署门业位团行社校班";
/** The one division whose name is also the word between two offices. */
const JOINING = "会同";

/** 县卫健局会同县大数据局: whether the 会同 at `start` is “together with”, not the county. */
export const joinsOffices = (text: string, start: number): boolean =>
  start > 0 && text.startsWith(JOINING, start) && OFFICE_END.includes(text[start - 1]!);
