// Says that a form with files is on its way, sends it once however often it is tapped, and tells before sending what
// is too much. Everything also works without: the server tells the same.
"use strict";

const MEGABYTE = 1024 * 1024;
const sizeWords = (bytes) => bytes < MEGABYTE
  ? `${Math.max(1, Math.round(bytes / 1024))} KB`
  : `${(bytes / MEGABYTE).toFixed(1).replace(".", ",").replace(",0", "")} MB`;
const sum = (files) => files.reduce((all, file) => all + file.size, 0);

// What the server would refuse of the chosen files, in its words; empty when nothing.
function tooMuch(files, { most, largest, together }) {
  if (most && files.length > most) {
    return `Đã chọn ${files.length} tệp; mỗi lần gửi không quá ${most} tệp. Hãy gửi làm nhiều lần.`;
  }
  const big = largest && files.find((file) => file.size > largest);
  if (big) return `“${big.name}” nặng ${sizeWords(big.size)}; mỗi tệp không quá ${sizeWords(largest)}. Hãy chụp hay lưu lại cỡ nhỏ hơn.`;
  if (together && sum(files) > together) {
    return `Các tệp nặng ${sizeWords(sum(files))}; gửi một lần không quá ${sizeWords(together)}. Hãy gửi làm nhiều lần.`;
  }
  return "";
}

for (const form of document.querySelectorAll("form[data-sending]")) {
  const field = form.querySelector("input[type=file]");
  const button = form.querySelector("button:not([type=button])");
  const usual = button.textContent;
  const [wrong, word] = ["p", "p"].map((name) => document.createElement(name));
  const [sentence, waited, bar] = ["span", "span", "progress"].map((name) => document.createElement(name));
  wrong.className = "word bad";
  wrong.id = `${field.id}-qua-nhieu`;
  wrong.setAttribute("role", "alert");
  wrong.hidden = true;
  word.className = "word sending";
  word.setAttribute("role", "status");
  waited.setAttribute("aria-hidden", "true");
  bar.setAttribute("aria-label", "Đang gửi");
  word.append(sentence, waited);
  field.after(wrong);
  form.append(word, bar);
  let clock = 0;

  const limits = Object.fromEntries(["most", "largest", "together"].map((name) => [name, Number(form.dataset[name] || 0)]));
  const look = () => {
    const told = tooMuch([...field.files], limits);
    wrong.textContent = told;
    wrong.hidden = !told;
    if (told) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", wrong.id);
    } else {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
    return told;
  };
  const rest = () => {
    clearInterval(clock);
    delete form.dataset.sent;
    button.removeAttribute("aria-disabled");
    button.textContent = usual;
    sentence.textContent = waited.textContent = "";
    word.hidden = bar.hidden = true;
  };
  const go = () => {
    const files = [...field.files], from = Date.now();
    form.dataset.sent = "1";
    button.setAttribute("aria-disabled", "true");
    button.textContent = "Đang gửi…";
    word.hidden = bar.hidden = false;
    const what = files.length ? `Đang gửi ${files.length} tệp, ${sizeWords(sum(files))}.` : "Đang gửi.";
    sentence.textContent = `${what} Mạng chậm thì mất vài phút; đừng đóng trang này, xong trang tự đổi.`;
    clock = setInterval(() => { waited.textContent = ` Đã ${Math.round((Date.now() - from) / 1000)} giây.`; }, 1000);
    bar.scrollIntoView({ block: "nearest" });
  };

  field.addEventListener("change", look);
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent || look()) {
      event.preventDefault();
      if (!form.dataset.sent) field.focus();
    } else {
      go();
    }
  });
  // who comes back finds the form as it was, ready to be sent again
  window.addEventListener("pageshow", rest);
  rest();
}
