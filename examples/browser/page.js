import { createSegmenter } from "weixun/segment";

const bytes = async (name) =>
  new Uint8Array(await (await fetch(`/node_modules/weixun/dist/resources/${name}`)).arrayBuffer());
const [dictionary, scanner] = await Promise.all([bytes("base-dictionary.bin"), bytes("scanner.bin")]);
const segmenter = createSegmenter({ dictionary, scanner });

const text = document.querySelector("#text");
const words = document.querySelector("#words");
const show = () => {
  words.textContent = segmenter
    .tokenize(text.value)
    .map((token) => `${token.text}/${token.pos}`)
    .join(" ");
};
text.addEventListener("input", show);
show();
