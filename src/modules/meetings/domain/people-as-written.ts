// Names of people as minutes write them.

const titles = ['นางสาว', 'น.ส.', 'นาย', 'นาง', 'ดร.', 'ว่าที่ร้อยตรี', 'ว่าที่ ร.ต.'];

/** The words without a leading title, for a search by name: "นางสาวก ข" → "ก ข". */
export function withoutTitle(words: string): string {
  const text = words.trim();
  const title = titles.find((one) => text.startsWith(one));
  return (title ? text.slice(title.length) : text).trim();
}

/** Texts of a comma list: "สลก., ศสช. และ กพร." → three. */
export function splitParties(text: string): string[] {
  return text.split(/[,;\n]|\sและ\s|\sและ(?=[^\s])/u).map((part) => part.trim()).filter(Boolean);
}
