import com.fasterxml.jackson.databind.JsonNode; // Maven: com.fasterxml.jackson.core:jackson-databind
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public class Work {
  static final ObjectMapper json = new ObjectMapper();
  static final HttpClient http = HttpClient.newHttpClient();

  public static void main(String[] words) throws Exception {
    List<String> waiting = new ArrayList<>();
    read("/v1/notices?state=served&sort=due", "", notice -> waiting.add(notice.get("id").asText()));
    for (String id : waiting) {
      post("/v1/notices/" + id + "/acknowledgement", "received-" + id, Map.of("reference", "T-1"));
      List<Map<String, String>> decisions = new ArrayList<>();
      for (JsonNode item : get("/v1/notices/" + id).get("items")) {
        decisions.add(Map.of("itemId", item.get("id").asText(), "outcome", "removed"));
      }
      JsonNode answered = post("/v1/notices/" + id + "/decisions", "answer-" + id, Map.of("decisions", decisions));
      System.out.println(answered.get("number").asText() + " " + answered.get("state").asText());
    }
    Path cursor = Path.of("cursor.txt");
    List<String> reached = new ArrayList<>();
    read("/v1/events?limit=200", Files.exists(cursor) ? Files.readString(cursor) : "", event -> {
      System.out.println(event.get("type").asText() + " " + event.at("/data/matter/id").asText());
      reached.add(event.get("cursor").asText());
    });
    if (!reached.isEmpty()) Files.writeString(cursor, reached.get(reached.size() - 1));
  }

  /** Every entry of a list, page by page. */
  static void read(String list, String after, Consumer<JsonNode> entry) throws Exception {
    while (after != null) {
      String behind = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
      JsonNode page = get(list + behind);
      page.get("data").forEach(entry);
      after = page.get("next").isNull() ? null : page.get("next").asText();
    }
  }

  static JsonNode get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  /** `once` names the act, so that sent twice it is done once. */
  static JsonNode post(String path, String once, Object body) throws Exception {
    var text = HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    return send(request(path).header("Idempotency-Key", once).POST(text).build());
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(System.getenv("TONGSHAN_URL") + path))
        .header("Authorization", "Bearer " + System.getenv("TONGSHAN_KEY"))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30));
  }

  static JsonNode send(HttpRequest request) throws Exception {
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
    return json.readTree(answer.body());
  }
}
