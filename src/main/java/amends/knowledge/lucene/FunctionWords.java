package amends.knowledge.lucene;

import java.util.Set;

/** Chinese words that hold a question together and say little of what it is about. */
final class FunctionWords {
    private static final int LONGEST = 4;
    private static final Set<String> WORDS =
            Set.of(("怎么 怎么办 怎样 如何 怎么样 怎么回事 为什么 为啥 为何 咋 咋办 咋回事 什么 啥 什么样 哪 哪里 哪儿 哪个 哪些 哪一 多少 几 谁 何 何时"
                            + " 请问 请 吗 呢 吧 啊 呀 嘛 哦 哈 的 地 得 了 着 过 之 其 于 以 为 由 及 等 该 此 者 所 则 乃 至 并 而 我 我们 你 你们 您"
                            + " 他 她 它 他们 咱 俺 自己 是 是不是 有没有 有 没 没有 不 能 能不能 能否 可 可以 可不可以 可否 行 行不行 想 要 想要 需要"
                            + " 用 会 会不会 应该 让 给 把 被 在 到 从 向 往 对 跟 和 与 或 还 还是 就 都 也 又 再 才 只 很 太 最 更 这 这个 那 那个"
                            + " 这样 那样 这里 那里 一下 一个 一些 个 些 时候 时 后 之后 以后 前 之前 如果 要是 的话 但 但是 因为 所以 已经 正在 现在"
                            + " 帮 帮忙 麻烦 谢谢 你好 您好 说 上 下 里 去 来 做 弄 搞 办 办理 操作 处理 进行 关于 知道 问 问一下 想问 咨询 东西 情况"
                            + " 问题 下列")
                    .split(" "));

    private FunctionWords() {}

    /** Which characters of a folded text stand in such words. */
    static boolean[] mark(String folded) {
        var marked = new boolean[folded.length()];
        int at = 0;
        while (at < folded.length()) {
            int length = Math.min(LONGEST, folded.length() - at);
            while (length > 0 && !WORDS.contains(folded.substring(at, at + length))) length--;
            for (int i = 0; i < length; i++) marked[at + i] = true;
            at += Math.max(1, length);
        }
        return marked;
    }
}
