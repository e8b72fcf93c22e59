/** How many slips of typing lie between two words: a letter too many, one missing, another one, or two in each other's place. */
export function slipsBetween(left: string, right: string): number {
  const [from, to] = [[...left], [...right]];
  const rows: number[][] = [to.map((_, index) => index + 1)];
  rows[0]?.unshift(0);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const above = rows[row - 1] ?? [];
      let least = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) least = Math.min(least, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      current.push(least);
    }
    rows.push(current);
  }
  return rows[from.length]?.[to.length] ?? 0;
}

const latin = [..."abcdefghijklmnopqrstuvwxyz"];
const arabic = [..."ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیء"];

/** Every folded word that is one slip away. Asked for by name: trigrams miss short words, and know no Arabic letters on every server. */
export function oneSlipAway(word: string): string[] {
  const letters = [...word];
  const alphabet = /\p{Script=Arabic}/u.test(word) ? arabic : latin;
  const found = new Set<string>();
  for (let place = 0; place <= letters.length; place++) {
    const [before, here, next, after] = [letters.slice(0, place).join(""), letters[place] ?? "", letters[place + 1] ?? "", letters.slice(place + 1).join("")];
    for (const letter of alphabet) {
      found.add(before + letter + here + after);
      if (here) found.add(before + letter + after);
    }
    if (here) found.add(before + after);
    if (next) found.add(before + next + here + letters.slice(place + 2).join(""));
  }
  found.delete(word);
  return [...found];
}
