package amends.knowledge.lucene;

import amends.knowledge.ReadersScript;
import com.github.houbb.opencc4j.util.ZhTwConverterUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Script and words of Taiwan by OpenCC's dictionaries. */
public final class OpenccScript implements ReadersScript {
    private static final Logger LOG = LoggerFactory.getLogger(OpenccScript.class);

    @Override
    public String inTraditional(String simplified) {
        try {
            // The dictionary writes accounts as Hong Kong does, and checks as nobody does any more.
            return ZhTwConverterUtil.toTraditional(simplified).replace('賬', '帳').replace('覈', '核');
        } catch (RuntimeException e) {
            LOG.warn("a text stays in simplified characters: {}", e.toString());
            return simplified;
        }
    }
}
