/* A page opened from a folder may not start a worker, and the search runs in one. Here a hidden frame does a
   worker's work: same messages, same names. On a web server this file does nothing. */
"use strict";

if (location.protocol === "file:") {
  const load = (frame, address) =>
    new Promise((done, fail) => {
      const script = frame.document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = () => fail(new Error("cannot load " + address));
      frame.document.body.appendChild(script);
    });

  window.IFrameWorker = window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.element = document.createElement("iframe");
      this.element.hidden = true;
      this.element.title = "Search";
      document.body.appendChild(this.element);
      const frame = this.element.contentWindow;
      frame.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      frame.importScripts = async (...addresses) => {
        for (const each of addresses) await load(frame, each);
      };
      this.ready = load(frame, new URL(address, location.href).href);
    }

    postMessage(data) {
      const frame = this.element.contentWindow;
      this.ready.then(() => frame.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.element.remove();
    }
  };
}
