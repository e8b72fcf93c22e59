import { prepareNotice, tell } from "@/components/reader/enhance/notice";
import { type Spoken, storyAloud } from "@/components/reader/enhance/story-aloud";

/** Reads the story aloud with the browser's own voice, in the story's language. */
export function defineListenStory(): void {
  customElements.define(
    "listen-story",
    class extends HTMLElement {
      private sentences: Spoken[] = [];
      private at = 0;
      /** Which reading is under way: what an earlier one still reports is not heard. */
      private reading = 0;

      connectedCallback() {
        const [play, stop] = this.querySelectorAll("button");
        const article = this.closest("article");
        if (!play || !stop || !article || !("speechSynthesis" in window)) return;
        prepareNotice();
        const label = play.lastChild;
        const listen = label?.textContent ?? "";
        const show = (state: "stopped" | "reading" | "paused") => {
          const { pause = "", resume = "" } = this.dataset;
          if (label) label.textContent = { stopped: listen, reading: pause, paused: resume }[state];
          stop.hidden = state === "stopped";
          this.dataset.state = state;
        };
        const silence = () => {
          this.reading += 1;
          speechSynthesis.cancel();
        };
        const end = () => {
          silence();
          this.at = 0;
          show("stopped");
        };
        const say = (reading: number) => {
          const sentence = this.sentences[this.at];
          if (!sentence) return end();
          const utterance = new SpeechSynthesisUtterance(sentence.text);
          utterance.lang = sentence.language;
          utterance.onend = () => {
            if (reading !== this.reading) return;
            this.at += 1;
            say(reading);
          };
          utterance.onerror = () => reading === this.reading && end();
          speechSynthesis.speak(utterance);
        };
        play.addEventListener("click", () => {
          // Pausing forgets the place on some telephones: we keep it, and begin the sentence again.
          if (this.dataset.state === "reading") {
            silence();
            return show("paused");
          }
          if (!hasVoice(document.documentElement.lang)) return tell(this.dataset.voiceless ?? "");
          if (this.at === 0) this.sentences = storyAloud(article);
          silence();
          show("reading");
          say(this.reading);
        });
        stop.addEventListener("click", () => {
          end();
          play.focus();
        });
        addEventListener("pagehide", () => this.dataset.state === "stopped" || end());
        // Voices are sometimes known only after they were asked for once.
        speechSynthesis.getVoices();
        show("stopped");
        this.hidden = false;
      }
    },
  );
}

/** Browsers that name no voices may still have some. */
function hasVoice(language: string): boolean {
  const voices = speechSynthesis.getVoices();
  return voices.length === 0 || voices.some((voice) => voice.lang.toLowerCase().startsWith(language));
}
